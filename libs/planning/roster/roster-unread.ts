import type { RosterFault } from './roster.refusals';

/** Thrown by whoever reads a list: what is wrong with the whole file. */
export class RosterUnread extends Error {
  constructor(readonly fault: RosterFault) {
    super(fault.code);
  }
}
