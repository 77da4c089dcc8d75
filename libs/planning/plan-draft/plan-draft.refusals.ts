import { Refusal, type Sentence } from '@phien/kernel';

/** Who saved a draft since, and what they touched. */
export interface SaveSince {
  version: number;
  savedBy: string;
  savedAt: string;
  itemIds: string[];
  names: string[];
}

export const planDraftMoved = (version: number, saves: readonly SaveSince[]) => {
  const people = [...new Set(saves.map(({ savedBy }) => savedBy))].join(', ');
  const names = [...new Set(saves.flatMap((save) => save.names))];
  const told = names.slice(0, 5).join(', ') + (names.length > 5 ? '…' : '');
  return new Refusal(
    'plan_draft_moved',
    'stale',
    {
      vi: people
        ? `${people} vừa sửa bản nháp này (${told || 'không đổi gì'}). Hãy xem bản mới rồi lưu lại.`
        : 'Bản nháp này đã khác. Hãy xem bản mới rồi lưu lại.',
      en: people
        ? `${people} has just changed this draft (${told || 'nothing'}). Look at it, then save again.`
        : 'This draft is another one by now. Look at it, then save again.',
    },
    { version, saves },
  );
};

export const planVersionMissing = () =>
  new Refusal('plan_version_missing', 'invalid', {
    vi: 'Thiếu If-Match: phải nói bản nháp nào đang được sửa.',
    en: 'If-Match is missing: say which version of the draft is being changed.',
  });

const WHAT: Record<'zones' | 'booths' | 'features', Sentence> = {
  zones: { vi: 'khu', en: 'zones' },
  booths: { vi: 'gian', en: 'booths' },
  features: { vi: 'lối đi, cửa và ký hiệu', en: 'aisles, doors and marks' },
};

export const planTooLarge = (what: 'zones' | 'booths' | 'features', most: number) =>
  new Refusal(
    'plan_too_large',
    'conflict',
    {
      vi: `Một sơ đồ có nhiều nhất ${most} ${WHAT[what].vi}.`,
      en: `A plan has at most ${most} ${WHAT[what].en}.`,
    },
    { what, most },
  );

export const planIdTaken = () =>
  new Refusal('plan_id_taken', 'conflict', {
    vi: 'Hai thứ trên sơ đồ có cùng mã định danh.',
    en: 'Two things of the plan have the same id.',
  });

export const planHasFaults = (first: Sentence, count: number) =>
  new Refusal(
    'plan_has_faults',
    'conflict',
    {
      vi: `Chưa công bố được: ${first.vi}${count > 1 ? ` Còn ${count - 1} lỗi khác.` : ''}`,
      en: `It cannot be published yet: ${first.en}${count > 1 ? ` ${count - 1} more faults.` : ''}`,
    },
    { count },
  );

export const planUnchanged = () =>
  new Refusal('plan_unchanged', 'conflict', {
    vi: 'Bản nháp không khác bản đã công bố.',
    en: 'The draft is no other than what is published.',
  });

export const boothsInUse = (codes: readonly string[]) =>
  new Refusal(
    'booths_in_use',
    'conflict',
    {
      vi: `Không xóa được gian ${listed(codes)}: đã được giao, có máy bán hoặc đã có doanh số.`,
      en: `Booths that were given, have a till or have sold cannot be taken away: ${listed(codes)}.`,
    },
    { codes },
  );

export const zonesInUse = (codes: readonly string[]) =>
  new Refusal(
    'zones_in_use',
    'conflict',
    {
      vi: `Không xóa được khu ${listed(codes)}: còn người phụ trách hoặc gian đã có doanh số.`,
      en: `Zones with staff of their own or booths that have sold cannot be taken away: ${listed(codes)}.`,
    },
    { codes },
  );

export const boothsKeepHistory = (codes: readonly string[]) =>
  new Refusal(
    'booths_keep_history',
    'conflict',
    {
      vi: `Gian ${listed(codes)} đã có doanh số: mã, khu và kích thước là lịch sử, chỉ dời chỗ được.`,
      en: `Booths that have sold keep their code, zone and size, and can only be moved: ${listed(codes)}.`,
    },
    { codes },
  );

const listed = (codes: readonly string[]) =>
  codes.slice(0, 12).join(', ') + (codes.length > 12 ? `… (${codes.length})` : '');
