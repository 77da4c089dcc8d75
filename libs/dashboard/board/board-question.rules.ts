import { isFairDay } from '@phien/kernel';
import { dayInvalid } from '@phien/visitors';
import { ORIGINS, type BoardOrigin, type BoardQuery } from './board.dto';
import { originUnknown, periodInvalid, zoneUnknown } from './board.refusals';
import { daysBetween } from './period.rules';

const LONGEST_DAYS = 92;

/** What is asked, read: no days means today, empty lists mean all. */
export interface BoardQuestion {
  period: { from: string; to: string } | null;
  zoneCodes: string[];
  origins: BoardOrigin[];
}

const listed = (text: string | undefined) =>
  [...new Set((text ?? '').split(',').map((word) => word.trim()))].filter(Boolean).sort();

const isOrigin = (text: string): text is BoardOrigin =>
  (ORIGINS as readonly string[]).includes(text);

/** Refuses `day_invalid`, `period_invalid`, `origin_unknown`, in this order. */
export function readQuestion({ day, from, to, zone, origin }: BoardQuery): BoardQuestion {
  const wrong = [day, from, to].find((text) => text !== undefined && !isFairDay(text));
  if (wrong !== undefined) throw dayInvalid(wrong);
  return {
    period: periodOf(day, from, to),
    zoneCodes: listed(zone),
    origins: listed(origin).map((text) => {
      if (!isOrigin(text)) throw originUnknown(text);
      return text;
    }),
  };
}

function periodOf(day?: string, from?: string, to?: string): BoardQuestion['period'] {
  if (from === undefined && to === undefined) {
    return day === undefined ? null : { from: day, to: day };
  }
  if (day !== undefined || from === undefined || to === undefined) throw periodInvalid();
  if (from > to || daysBetween(from, to) >= LONGEST_DAYS) throw periodInvalid();
  return { from, to };
}

/** The ids of the zones with these codes. Refuses `zone_unknown`. */
export function zonesNamed(
  zones: readonly { id: string; code: string }[],
  codes: readonly string[],
): string[] {
  return codes.map((code) => {
    const zone = zones.find((each) => each.code === code);
    if (!zone) throw zoneUnknown(code);
    return zone.id;
  });
}
