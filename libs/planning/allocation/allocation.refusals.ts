import { Refusal } from '@phien/kernel';

export const boothNotFound = () =>
  new Refusal('booth_not_found', 'not_found', {
    vi: 'Hội chợ này không có gian đó.',
    en: 'This fair has no such booth.',
  });

export const boothAlreadyAllocated = (boothCode: string) =>
  new Refusal(
    'booth_already_allocated',
    'conflict',
    {
      vi: `Gian ${boothCode} đã phân cho đơn vị khác hoặc không còn đủ chỗ.`,
      en: `Booth ${boothCode} is already given to someone else, or has too little room left.`,
    },
    { boothCode },
  );

export const delegationQuotaUsed = (quota: number) =>
  new Refusal(
    'delegation_quota_used',
    'conflict',
    {
      vi: `Đoàn đã dùng hết ${quota} gian được phân.`,
      en: `The delegation has used up its ${quota} booths.`,
    },
    { quota },
  );

export const allocationIdTaken = () =>
  new Refusal('allocation_id_taken', 'conflict', {
    vi: 'Mã phân gian này đã dùng cho một lần phân khác.',
    en: 'This id was used for another allocation.',
  });
