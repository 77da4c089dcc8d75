import type { Sentence } from '@phien/kernel';
import { FAIR_STATE_RULES, type FairState } from '../fair/fair-state.rules';
import type { ZoneKind } from '../plan/zone.entity';
import { SIXTHS_OF_A_BOOTH } from './sixths.rules';
import type { AllocationState } from './state.rules';

/** What is wrong with giving a booth, or what the organizer should know before doing it. */
export interface Finding {
  /** The code of the refusal that giving would meet, or of a warning. */
  code: string;
  /** True: it can be given all the same. */
  isWarning: boolean;
  vi: string;
  en: string;
}

/** Who holds how much of a booth, without what the same step is about to free. */
export interface Holding {
  exhibitorId: string;
  sharerId: string;
  sixths: readonly number[];
  state: AllocationState;
}

export interface Asked {
  fairState: FairState;
  boothCode: string;
  zoneKind: ZoneKind;
  held: readonly Holding[];
  exhibitorId: string;
  /** The delegation, else the exhibitor itself. */
  sharerId: string;
  sixths: number;
  /** Of the exhibitor's delegation; null without one, or when its quota is not decided. */
  quota: { booths: number; sixthsBefore: number; sixthsAfter: number } | null;
  /** The delegation for which the booth is kept, when it is not the exhibitor's. */
  keptFor?: Sentence;
  /** Codes of the exhibitor's booths that the step leaves with it. */
  otherBoothCodes: readonly string[];
}

/**
 * Everything wrong with a choice, the refusals first and in the order in which giving refuses:
 * when, where, how much. The verb refuses with the first of them, so what a screen says before a
 * choice is what the server says after it.
 */
export function findingsOf(asked: Asked): Finding[] {
  const { boothCode, held, sixths, quota } = asked;
  const free = SIXTHS_OF_A_BOOTH - held.reduce((sum, holding) => sum + holding.sixths.length, 0);
  const refused = (code: string, vi: string, en: string): Finding => ({
    code,
    isWarning: false,
    vi,
    en,
  });
  const findings: Finding[] = [];
  if (!FAIR_STATE_RULES[asked.fairState].changesPlan) {
    findings.push(
      refused(
        'fair_is_over',
        'Hội chợ đã kết thúc, không phân gian được nữa.',
        'The fair is over; booths are no longer given.',
      ),
    );
  }
  if (asked.zoneKind !== 'selling') {
    findings.push(
      refused(
        'zone_not_for_selling',
        `Gian ${boothCode} nằm trong khu không bán hàng.`,
        `Booth ${boothCode} stands in a zone that is not for selling.`,
      ),
    );
  }
  if (free === 0 && held.some(({ state }) => state !== 'confirmed')) {
    findings.push(
      refused(
        'booth_already_allocated',
        `Gian ${boothCode} đang giữ chỗ hoặc đang mời đơn vị khác, không còn chỗ.`,
        `Booth ${boothCode} is held for or offered to someone else; it has no room left.`,
      ),
    );
  } else if (free === 0) {
    findings.push(
      refused(
        'booth_already_allocated',
        `Gian ${boothCode} đã giao hết, không còn chỗ.`,
        `Booth ${boothCode} is given out; it has no room left.`,
      ),
    );
  } else if (held.some(({ sharerId }) => sharerId !== asked.sharerId)) {
    findings.push(
      refused(
        'booth_already_allocated',
        `Gian ${boothCode} đang có đơn vị không cùng đoàn; chỉ đơn vị cùng đoàn mới chung gian.`,
        `Booth ${boothCode} holds someone of another delegation; only one delegation shares a booth.`,
      ),
    );
  } else if (free < sixths) {
    findings.push(
      refused(
        'booth_already_allocated',
        `Gian ${boothCode} chỉ còn ${free}/6, không đủ ${sixths}/6.`,
        `Booth ${boothCode} has only ${free}/6 left, less than ${sixths}/6.`,
      ),
    );
  }
  /* A delegation that is over its quota already may still move about in what it holds. */
  if (
    quota &&
    quota.sixthsAfter > quota.booths * SIXTHS_OF_A_BOOTH &&
    quota.sixthsAfter > quota.sixthsBefore
  ) {
    findings.push(
      refused(
        'delegation_quota_used',
        `Đoàn đã dùng hết ${quota.booths} gian được phân.`,
        `The delegation has used up its ${quota.booths} booths.`,
      ),
    );
  }
  return [...findings, ...warningsOf(asked)];
}

function warningsOf(asked: Asked): Finding[] {
  const { boothCode, held, exhibitorId, otherBoothCodes, keptFor } = asked;
  const warnings: Finding[] = [];
  if (keptFor) {
    warnings.push({
      code: 'booth_kept_for_another',
      isWarning: true,
      vi: `Gian ${boothCode} đang dành cho ${keptFor.vi}.`,
      en: `Booth ${boothCode} is kept for ${keptFor.en}.`,
    });
  }
  if (held.some((holding) => holding.exhibitorId === exhibitorId)) {
    warnings.push({
      code: 'exhibitor_already_here',
      isWarning: true,
      vi: `Đơn vị này đã có phần trong gian ${boothCode}; có thể đổi phần thay vì giao thêm.`,
      en: `The exhibitor already holds a share of booth ${boothCode}; its share can be changed instead.`,
    });
  }
  const elsewhere = otherBoothCodes.filter((code) => code !== boothCode);
  if (elsewhere.length > 0) {
    const codes = elsewhere.join(', ');
    warnings.push({
      code: 'exhibitor_has_booth',
      isWarning: true,
      vi: `Đơn vị này đã có gian ${codes}.`,
      en: `The exhibitor already has booth ${codes}.`,
    });
  }
  return warnings;
}

/** An allocation that stands. */
export interface Standing extends Holding {
  boothId: string;
  boothCode: string;
}

export interface Wish {
  fairState: FairState;
  booth: { id: string; code: string; zoneKind: ZoneKind };
  exhibitor: { id: string; delegationId: string | null };
  /** Of the exhibitor's delegation, in booths; null without one, or when it is not decided. */
  quota: number | null;
  sixths: number;
  /** The delegation for which the booth is kept, when it is not the exhibitor's. */
  keptFor?: Sentence;
  /** What stood before the step, of this booth and of the exhibitor's delegation at least. */
  before: readonly Standing[];
  /** The same without what the step has freed, with what it has given so far. */
  now: readonly Standing[];
}

/** What is wrong with giving `sixths` of a booth to an exhibitor, among what stands there. */
export function findingsOfWish({
  fairState,
  booth,
  exhibitor,
  quota,
  sixths,
  keptFor,
  before,
  now,
}: Wish): Finding[] {
  const sharerId = exhibitor.delegationId ?? exhibitor.id;
  const sixthsOfSharer = (standing: readonly Standing[]) =>
    standing.reduce((sum, each) => sum + (each.sharerId === sharerId ? each.sixths.length : 0), 0);
  return findingsOf({
    fairState,
    boothCode: booth.code,
    zoneKind: booth.zoneKind,
    held: now.filter(({ boothId }) => boothId === booth.id),
    exhibitorId: exhibitor.id,
    sharerId,
    sixths,
    keptFor,
    quota:
      quota === null
        ? null
        : {
            booths: quota,
            sixthsBefore: sixthsOfSharer(before),
            sixthsAfter: sixthsOfSharer(now) + sixths,
          },
    otherBoothCodes: [
      ...new Set(
        now
          .filter(({ exhibitorId }) => exhibitorId === exhibitor.id)
          .map(({ boothCode }) => boothCode),
      ),
    ].sort(),
  });
}
