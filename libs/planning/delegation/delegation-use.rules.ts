import type { Sentence } from '@phien/kernel';

export interface DelegationUses {
  exhibitors: number;
  booths: number;
  leads: number;
  /** Of leads, accepted and withdrawn ones too: they say who let whom in, and are kept. */
  invitations: number;
  /** Withdrawn ones too: notices say by which paper somebody else paid. */
  fees: number;
}

/** What hangs from a delegation, as a list for people; null when nothing does. */
export function inUseWords({
  exhibitors,
  booths,
  leads,
  invitations,
  fees,
}: DelegationUses): Sentence | null {
  const uses = (
    [
      [exhibitors, 'đơn vị', 'exhibitor'],
      [booths, 'gian trong cụm', 'booth in its cluster'],
      [leads, 'trưởng đoàn', 'lead'],
      [invitations, 'lời mời trưởng đoàn', 'invitation of a lead'],
      [fees, 'mục phí do đoàn trả', 'rule by which it pays fees'],
    ] as const
  ).filter(([count]) => count > 0);
  if (uses.length === 0) return null;
  return {
    vi: uses.map(([count, vi]) => `${count} ${vi}`).join(', '),
    en: uses.map(([count, , en]) => `${count} ${count === 1 ? en : plural(en)}`).join(', '),
  };
}

const plural = (phrase: string) => phrase.replace(/^\w+/, (noun) => `${noun}s`);
