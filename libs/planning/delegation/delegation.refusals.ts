import { Refusal, type Sentence } from '@phien/kernel';

export const delegationPlaceUnknown = () =>
  new Refusal('delegation_place_unknown', 'invalid', {
    vi: 'Hãy chọn xã, phường, huyện cũ hoặc tỉnh có vào ngày khai mạc; đoàn nước ngoài chỉ ghi nước.',
    en: 'Choose a commune, former district or province of the fair’s first day; one from abroad has its country alone.',
  });

export const delegationIdTaken = () =>
  new Refusal('delegation_id_taken', 'conflict', {
    vi: 'Mã này đã dùng cho một đoàn khác.',
    en: 'This id was used for another delegation.',
  });

/** What still hangs from a delegation, in words. */
export const delegationInUse = ({ vi, en }: Sentence) =>
  new Refusal('delegation_in_use', 'conflict', {
    vi: `Không xóa được: đoàn còn ${vi}.`,
    en: `It cannot be removed: the delegation still has ${en}.`,
  });

export const boothOfAnotherDelegation = (booths: string, of: Sentence) =>
  new Refusal(
    'booth_of_another_delegation',
    'conflict',
    {
      vi: `Gian ${booths} đã dành cho ${of.vi}; hãy bỏ ở đoàn đó trước.`,
      en: `Booth ${booths} is kept for ${of.en}; take it off there first.`,
    },
    { booths },
  );

export const boothNotForSelling = (boothCode: string) =>
  new Refusal(
    'zone_not_for_selling',
    'conflict',
    {
      vi: `Gian ${boothCode} nằm trong khu không bán hàng.`,
      en: `Booth ${boothCode} stands in a zone that is not for selling.`,
    },
    { boothCode },
  );

export const leadGivesNoBooths = () =>
  new Refusal('lead_gives_no_booths', 'forbidden', {
    vi: 'Ban tổ chức tự giao gian cho đoàn này; hãy gọi ban tổ chức.',
    en: 'The organizers give the booths of this delegation themselves; call them.',
  });

export const boothOutsideCluster = (boothCode: string) =>
  new Refusal(
    'booth_outside_cluster',
    'forbidden',
    {
      vi: `Gian ${boothCode} không nằm trong cụm gian của đoàn.`,
      en: `Booth ${boothCode} is not one of the delegation’s cluster.`,
    },
    { boothCode },
  );

/** `lastDay` is null where no day was set and the fair is over all the same. */
export const leadDeadlinePassed = (lastDay: string | null) =>
  new Refusal(
    'lead_deadline_passed',
    'conflict',
    {
      vi: 'Đã hết hạn trưởng đoàn tự sửa; hãy gọi ban tổ chức.',
      en: 'Leads may no longer change this by themselves; call the organizers.',
    },
    { lastDay },
  );
