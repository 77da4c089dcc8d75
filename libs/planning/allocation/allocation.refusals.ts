import { Refusal } from '@phien/kernel';
import type { Finding } from './choice.rules';
import type { Stage } from './state.rules';

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

/** A choice that cannot be made, in the words in which it is said beforehand. */
export const choiceRefused = ({ code, vi, en }: Finding, boothCode: string) =>
  new Refusal(code, 'conflict', { vi, en }, { boothCode });

export const allocationIdTaken = () =>
  new Refusal('allocation_id_taken', 'conflict', {
    vi: 'Mã phân gian này đã dùng cho một lần phân khác.',
    en: 'This id was used for another allocation.',
  });

export const allocationNotFound = () =>
  new Refusal('allocation_not_found', 'not_found', {
    vi: 'Hội chợ này không có lần phân gian đó.',
    en: 'This fair has no such allocation.',
  });

export const allocationNoLongerStands = (boothCode: string) =>
  new Refusal(
    'allocation_no_longer_stands',
    'conflict',
    {
      vi: `Phần gian ${boothCode} này vừa được người khác trả lại hoặc chuyển đi.`,
      en: `This share of booth ${boothCode} has just been freed or moved by someone else.`,
    },
    { boothCode },
  );

export const allocationRanOut = (boothCode: string) =>
  new Refusal(
    'allocation_ran_out',
    'conflict',
    {
      vi: `Hạn giữ chỗ hoặc hạn trả lời của gian ${boothCode} đã qua, gian đã trống trở lại.`,
      en: `The term for booth ${boothCode} has passed; the booth is free again.`,
    },
    { boothCode },
  );

export const stateNotFromHere = (boothCode: string, from: Stage, to: Stage) =>
  new Refusal(
    'state_not_from_here',
    'conflict',
    {
      vi: `Gian ${boothCode} đang ở bước khác, không chuyển như vậy được.`,
      en: `Booth ${boothCode} is at another step; it cannot go from there like this.`,
    },
    { boothCode, from, to },
  );

export const nothingToChange = (boothCode: string) =>
  new Refusal(
    'nothing_to_change',
    'conflict',
    {
      vi: `Đơn vị đã ở gian ${boothCode} với đúng phần này, không có gì để đổi.`,
      en: `The exhibitor already has this share of booth ${boothCode}; there is nothing to change.`,
    },
    { boothCode },
  );

export const stepNotFound = () =>
  new Refusal('step_not_found', 'not_found', {
    vi: 'Hội chợ này không có thao tác phân gian đó.',
    en: 'This fair’s plan has no such step.',
  });

export const stepAlreadyUndone = () =>
  new Refusal('step_already_undone', 'conflict', {
    vi: 'Thao tác này đã được hoàn tác rồi.',
    en: 'This step has already been undone.',
  });
