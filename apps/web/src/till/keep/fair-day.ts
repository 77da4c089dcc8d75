import { fairMoment } from '@phien/kernel';
import type { Catalogue } from './catalogue';
import type { Contact } from './keep';

/** The fair day of an instant of the till's clock, by the offset it last measured. */
export function fairDayAt(at: Date, contact: Contact, { fair }: Catalogue): string {
  const corrected = new Date(at.getTime() + contact.clockOffsetMs);
  return fairMoment(corrected, fair.timeZone, fair.dayCutMinutes).day;
}

/** The fair day it is now. */
export const fairDayNow = (contact: Contact, catalogue: Catalogue) =>
  fairDayAt(new Date(), contact, catalogue);
