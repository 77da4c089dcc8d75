import { fairMoment } from '@phien/kernel';
import type { Catalogue } from './catalogue';
import type { Contact } from './keep';

/** The fair day it is now, by the till's clock and the offset it last measured. */
export function fairDayAt(at: Date, contact: Contact, { fair }: Catalogue): string {
  const corrected = new Date(at.getTime() + contact.clockOffsetMs);
  return fairMoment(corrected, fair.timeZone, fair.dayCutMinutes).day;
}
