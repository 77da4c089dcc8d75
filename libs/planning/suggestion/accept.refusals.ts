import { Refusal, type Sentence } from '@phien/kernel';
import type { RuleName, Violation } from '@phien/allocator';
import type { Outdated } from './suggested-fair.rules';

/** Who is meant, in words: a name, and where it stands or is to stand. */
export interface Naming {
  exhibitor: (exhibitorId: string) => string;
  delegation: (delegationId: string) => Sentence;
  /** Of a place by its key: the exhibitor's name. */
  place: (key: string) => string;
  /** Codes of the booths in which a place was when the suggestion was asked for. */
  codesBefore: (key: string) => string;
}

const MOST_NAMED = 3;

/* As many as fit into a sentence; a screen has all of them in the details. */
function named(all: readonly string[], joint: string, others: (count: number) => string): string {
  const more = all.length - MOST_NAMED;
  const shown = all.slice(0, MOST_NAMED).join(joint);
  return more > 0 ? `${shown} ${others(more)}` : shown;
}

export const suggestionNotReady = () =>
  new Refusal('suggestion_not_ready', 'conflict', {
    vi: 'Lượt này chưa có phương án để nhận: đang tìm, hoặc đã kết thúc mà không tìm được.',
    en: 'There is no plan to accept: it is still being searched, or none was found.',
  });

export const suggestionPlaceNotFound = () =>
  new Refusal('suggestion_place_not_found', 'not_found', {
    vi: 'Phương án này không có chỗ đó.',
    en: 'This suggestion has no such place.',
  });

export const suggestionStandsAlready = () =>
  new Refusal('suggestion_stands_already', 'conflict', {
    vi: 'Mọi đơn vị được chọn đã đứng đúng như phương án, không có gì để đổi.',
    en: 'Everyone chosen already stands as suggested; there is nothing to change.',
  });

/** The fair is no longer as the suggestion knew it; `keys`: of the places that cannot be accepted. */
export function suggestionOutdated(findings: readonly Outdated[], of: Naming): Refusal {
  const said = findings.map((finding) => outdatedSentence(finding, of));
  const vi = named(
    said.map((each) => each.vi),
    '; ',
    (count) => `và ${count} chỗ khác`,
  );
  const en = named(
    said.map((each) => each.en),
    '; ',
    (count) => `and ${count} more`,
  );
  return new Refusal(
    'suggestion_outdated',
    'conflict',
    {
      vi: `Hội chợ đã đổi từ khi hỏi phương án này: ${vi}. Hãy hỏi phương án mới, hoặc chỉ nhận phần còn lại.`,
      en: `The fair has changed since this was suggested: ${en}. Ask for a new suggestion, or accept the rest alone.`,
    },
    { keys: [...new Set(findings.map(({ key }) => key))] },
  );
}

function outdatedSentence(finding: Outdated, of: Naming): Sentence {
  const who = of.place(finding.key);
  switch (finding.kind) {
    case 'gone':
      return { vi: `${who} không còn trong hội chợ`, en: `${who} is no longer at the fair` };
    case 'moved': {
      const codes = finding.nowCodes.join(', ');
      return codes === ''
        ? { vi: `${who} không còn gian nào`, en: `${who} has no booth any more` }
        : { vi: `${who} nay đứng ở ${codes}`, en: `${who} stands at ${codes} now` };
    }
    case 'booth_changed':
      return {
        vi: `gian ${finding.boothCode} đã đổi trên sơ đồ`,
        en: `booth ${finding.boothCode} has changed on the plan`,
      };
    case 'kept': {
      const { vi, en } = of.delegation(finding.forDelegationId);
      return {
        vi: `gian ${finding.boothCode} nay dành cho ${vi}`,
        en: `booth ${finding.boothCode} is kept for ${en} now`,
      };
    }
    case 'taken': {
      const other = of.exhibitor(finding.byExhibitorId);
      return {
        vi: `gian ${finding.boothCode} nay có ${other}`,
        en: `booth ${finding.boothCode} now holds ${other}`,
      };
    }
  }
}

/** `keys`: of the places that have to be accepted as well. */
export function suggestionNeedsMore(keys: readonly string[], of: Naming): Refusal {
  const names = [
    ...new Set(
      keys.map((key) => {
        const codes = of.codesBefore(key);
        return codes === '' ? of.place(key) : `${of.place(key)} (${codes})`;
      }),
    ),
  ];
  return new Refusal(
    'suggestion_needs_more',
    'conflict',
    {
      vi: `Muốn nhận phần này thì phải nhận cả chỗ mới của ${named(names, ', ', (count) => `và ${count} đơn vị khác`)}, vì đang đứng chắn.`,
      en: `This part needs the new places of ${named(names, ', ', (count) => `and ${count} more`)} to be accepted too: they stand in its way.`,
    },
    { keys: [...keys] },
  );
}

const RULES: Partial<Record<RuleName, Sentence>> = {
  rivals: { vi: 'phải cách nhau đủ xa', en: 'must stand far enough apart' },
  sharing: { vi: 'không cùng đoàn nên không chung gian', en: 'may not share a booth' },
  power: { vi: 'cần điện mà gian không có', en: 'needs power, which the booth lacks' },
  water: { vi: 'cần nước mà gian không có', en: 'needs water, which the booth lacks' },
  ventilation: {
    vi: 'nấu tại chỗ mà gian không có hút khói',
    en: 'cooks, and the booth has no ventilation',
  },
  capacity: { vi: 'không đủ chỗ trong một gian', en: 'do not fit into one booth' },
};

/** Rules of the hall that hold now and would be broken. */
export function suggestionBreaksRules(violations: readonly Violation[], of: Naming): Refusal {
  const said = violations.map(({ rule, exhibitors, booths }): Sentence => {
    const where = [...new Set(booths)].join(', ');
    const words = RULES[rule];
    const [vi, en] = [' và ', ' and '].map((and) => exhibitors.map(of.place).join(and));
    return words
      ? { vi: `${vi} ${words.vi} (${where})`, en: `${en} ${words.en} (${where})` }
      : { vi: `${vi} không hợp với gian ${where}`, en: `${en} cannot stand at ${where}` };
  });
  return new Refusal(
    'suggestion_breaks_rules',
    'conflict',
    {
      vi: `Nhận như vậy sẽ phạm quy định: ${named(
        said.map((each) => each.vi),
        '; ',
        (count) => `và ${count} điều khác`,
      )}.`,
      en: `Accepting this would break a rule: ${named(
        said.map((each) => each.en),
        '; ',
        (count) => `and ${count} more`,
      )}.`,
    },
    { keys: [...new Set(violations.flatMap(({ exhibitors }) => exhibitors))] },
  );
}
