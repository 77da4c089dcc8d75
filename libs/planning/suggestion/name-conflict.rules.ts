import type { Conflict } from '@phien/allocator';
import type { SuggestionConflictDto } from './suggestion.dto';
import type { KeptClaimant } from './suggestion.entity';

type Language = 'vi' | 'en';

/* More names than this nobody reads in a sentence; the whole list stands beside it. */
const MOST_NAMED = 6;

const ORDINALS_VI: readonly string[] = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu'];
const ORDINALS_EN: readonly string[] = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** A place of an exhibitor by its name; a further place says which. */
export function nameOfPlace(
  { key, exhibitorName }: Pick<KeptClaimant, 'key' | 'exhibitorName'>,
  language: Language,
): string {
  const at = Number(key.split('/')[1] ?? 1);
  if (at === 1) return exhibitorName;
  return language === 'vi'
    ? `${exhibitorName} (chỗ thứ ${ORDINALS_VI[at - 1] ?? at})`
    : `${exhibitorName} (${ORDINALS_EN[at - 1] ?? `${at}th`} place)`;
}

/** A conflict in the words of the fair: the engine knows exhibitors by their ids alone. */
export function nameConflict(
  { exhibitors, booths, rules, sentence }: Conflict,
  claimants: readonly KeptClaimant[],
): SuggestionConflictDto {
  const known = new Map(claimants.map((claimant) => [claimant.key, claimant]));
  const nameOf = (key: string, language: Language) => {
    const claimant = known.get(key);
    return claimant ? nameOfPlace(claimant, language) : key;
  };
  /* Whoever stands nowhere yet is who this is about; the others are in the way. */
  const inOrder = [...exhibitors].sort(
    (a, b) => Number(stands(known.get(a))) - Number(stands(known.get(b))),
  );
  const told = (language: Language) => {
    const said = (all: readonly string[], names: readonly string[], what: [string, string]) => {
      if (all.length <= MOST_NAMED) return names.join(', ');
      const first = names.slice(0, MOST_NAMED - 1).join(', ');
      const others = all.length - MOST_NAMED + 1;
      return language === 'vi'
        ? `${first} và ${others} ${what[0]} khác`
        : `${first} and ${others} other ${what[1]}`;
    };
    const names = inOrder.map((key) => nameOf(key, language));
    const withNames = sentence[language].replace(listIn(sentence[language], exhibitors), () =>
      said(exhibitors, names, ['đơn vị', 'exhibitors']),
    );
    return withNames.replace(listIn(withNames, booths), () =>
      said(booths, booths, ['gian', 'booths']),
    );
  };
  return {
    exhibitors: inOrder.map((key) => ({
      id: known.get(key)?.exhibitorId ?? key,
      name: nameOf(key, 'vi'),
    })),
    boothCodes: [...booths],
    rules: [...rules],
    vi: told('vi'),
    en: told('en'),
  };
}

const stands = (claimant: KeptClaimant | undefined) => (claimant?.beforeCodes ?? null) !== null;

const AND_MORE = / (?:và \d+ nữa|and \d+ more)/y;

/* The words by which the engine lists ids: all of them, or the first and how many more. */
function listIn(sentence: string, ids: readonly string[]): string {
  for (let count = ids.length; count > 0; count -= 1) {
    const told = ids.slice(0, count).join(', ');
    const at = sentence.indexOf(told);
    if (at < 0) continue;
    AND_MORE.lastIndex = at + told.length;
    return told + (count < ids.length ? (AND_MORE.exec(sentence)?.[0] ?? '') : '');
  }
  return ids.join(', ');
}
