import { Refusal } from '@phien/kernel';

export const suggestionNotFound = () =>
  new Refusal('suggestion_not_found', 'not_found', {
    vi: 'Hội chợ này không có phương án đó.',
    en: 'This fair has no such suggestion.',
  });

export const otherSuggestion = () =>
  new Refusal('other_suggestion', 'conflict', {
    vi: 'Mã này đã dùng cho một phương án khác.',
    en: 'This id was used for another suggestion.',
  });

export const suggestionUnderWay = () =>
  new Refusal('suggestion_under_way', 'conflict', {
    vi: 'Hội chợ đang tìm một phương án. Hãy chờ, hoặc dừng lượt đó trước.',
    en: 'A suggestion for this fair is being searched. Wait for it, or stop it first.',
  });

export const leftOutHasPlace = (name: string) =>
  new Refusal(
    'left_out_has_place',
    'conflict',
    {
      vi: `${name} còn gian đang giữ, mời hoặc đã giao. Hãy thu hồi gian đó trước khi bỏ đơn vị này ra.`,
      en: `${name} still has a booth that is held, offered or confirmed. Take it back before this exhibitor is left out.`,
    },
    { name },
  );

export const suggestionNeedsExhibitors = () =>
  new Refusal('suggestion_needs_exhibitors', 'conflict', {
    vi: 'Hội chợ chưa có đơn vị nào để xếp gian.',
    en: 'The fair has no exhibitors to place yet.',
  });

export const suggestionNeedsBooths = () =>
  new Refusal('suggestion_needs_booths', 'conflict', {
    vi: 'Sơ đồ đã công bố chưa có gian nào.',
    en: 'The published plan has no booths yet.',
  });

export const suggestionHasNoPlan = () =>
  new Refusal('suggestion_has_no_plan', 'conflict', {
    vi: 'Lượt này chưa có phương án nào.',
    en: 'This suggestion has no plan.',
  });
