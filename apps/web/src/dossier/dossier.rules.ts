import { csvText, foldText, type Language } from '@phien/kernel';
import type { Dossier, DossierLine, Dossiers } from './dossier-requests';

export type DossierState = DossierLine['state'];

/** What somebody should do something about, the worst first. */
export const TROUBLES = [
  'missing',
  'expired',
  'ends_before_fair',
  'ends_during_fair',
  'ends_soon',
] as const satisfies readonly DossierState[];
export type Trouble = (typeof TROUBLES)[number];

/** How many lines there are of each state. */
export function countsOf(dossiers: readonly Dossier[]): ReadonlyMap<DossierState, number> {
  const counts = new Map<DossierState, number>();
  for (const { lines } of dossiers) {
    for (const { state } of lines) counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}

/** Exhibitors with a line in that state, or all of them; narrowed to what is typed. */
export const dossiersWith = (
  dossiers: readonly Dossier[],
  shown: DossierState | 'all',
  typed: string,
): Dossier[] =>
  dossiers.filter(
    ({ exhibitorName, lines }) =>
      (shown === 'all' || lines.some(({ state }) => state === shown)) &&
      foldText(exhibitorName).includes(foldText(typed.trim())),
  );

/** Lines in a state as a CSV to call people by: exhibitor, kind, state, last day. */
export function troublesCsv(
  { kinds }: Pick<Dossiers, 'kinds'>,
  dossiers: readonly Dossier[],
  words: {
    language: Language;
    heads: readonly string[];
    isShown: (state: DossierState) => boolean;
    stateWord: (state: DossierState) => string;
  },
): string {
  const names = new Map(
    kinds.map(({ id, nameVi, nameEn }) => [id, words.language === 'vi' ? nameVi : nameEn]),
  );
  const rows = dossiers.flatMap(({ exhibitorName, lines }) =>
    lines
      .filter(({ state }) => words.isShown(state))
      .map(({ kindId, state, items: [best] }) => [
        exhibitorName,
        names.get(kindId) ?? '',
        words.stateWord(state),
        best?.expiresOn ?? '',
      ]),
  );
  return csvText([[...words.heads], ...rows]);
}
