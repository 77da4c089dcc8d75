import { Refusal } from '@phien/kernel';

export const drawNotFound = () =>
  new Refusal('draw_not_found', 'not_found', {
    vi: 'Hội chợ này không có lượt bốc thăm đó.',
    en: 'This fair has no such draw of lots.',
  });

export const otherDraw = () =>
  new Refusal('other_draw', 'conflict', {
    vi: 'Mã này đã dùng cho một lượt bốc thăm khác.',
    en: 'This id was used for another draw of lots.',
  });

export const drawNeedsTwo = () =>
  new Refusal('draw_needs_two', 'conflict', {
    vi: 'Bốc thăm cần ít nhất hai đơn vị.',
    en: 'A draw of lots needs at least two exhibitors.',
  });

export const drawBoothTaken = (boothCode: string) =>
  new Refusal(
    'draw_booth_taken',
    'conflict',
    {
      vi: `Gian ${boothCode} không còn trống hoặc không phải gian bán hàng, nên không đưa vào bốc thăm được.`,
      en: `Booth ${boothCode} is not free, or not for selling, so it cannot be drawn for.`,
    },
    { boothCode },
  );

export const drawTooFewBooths = (exhibitors: number, booths: number) =>
  new Refusal(
    'draw_too_few_booths',
    'conflict',
    {
      vi: `${exhibitors} đơn vị bốc thăm nhưng chỉ có ${booths} gian.`,
      en: `${exhibitors} exhibitors draw for only ${booths} booths.`,
    },
    { exhibitors, booths },
  );

export const seedTooShort = () =>
  new Refusal('seed_too_short', 'conflict', {
    vi: 'Mã bốc thăm cần ít nhất bốn ký tự.',
    en: 'The seed needs at least four characters.',
  });

export const lotsAlreadyDrawn = () =>
  new Refusal('lots_already_drawn', 'conflict', {
    vi: 'Lượt này đã bốc thăm xong với một mã khác. Kết quả không thay đổi.',
    en: 'These lots were drawn with another seed already. The outcome does not change.',
  });

export const lotsNotDrawn = () =>
  new Refusal('lots_not_drawn', 'conflict', {
    vi: 'Lượt này chưa bốc thăm.',
    en: 'These lots have not been drawn yet.',
  });

export const drawWithdrawn = () =>
  new Refusal('draw_withdrawn', 'conflict', {
    vi: 'Lượt bốc thăm này đã bị hủy.',
    en: 'This draw of lots was withdrawn.',
  });

export const drawGivesNoPlaces = () =>
  new Refusal('draw_gives_no_places', 'conflict', {
    vi: 'Lượt này chỉ bốc thứ tự, không bốc gian.',
    en: 'This draw gives an order and no booths.',
  });

export const tooManyDrawsAsked = () =>
  new Refusal('too_many_draws_asked', 'too_many', {
    vi: 'Mạng này đã hỏi quá nhiều lượt bốc thăm không có. Hãy thử lại sau một phút.',
    en: 'This network has asked for too many draws that do not exist. Try again in a minute.',
  });
