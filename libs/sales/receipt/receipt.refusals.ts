import { Refusal } from '@phien/kernel';

/** Also said while the phone that sold has not sent it yet. */
export const receiptNotFound = () =>
  new Refusal('receipt_not_found', 'not_found', {
    vi: 'Chưa có phiếu này trên máy chủ. Nếu vừa mua, máy của gian hàng có thể chưa gửi; hãy thử lại sau ít phút.',
    en: 'This receipt is not on the server. If you have just bought, the stall’s phone may not have sent it yet; try again in a few minutes.',
  });

export const tooManyReceiptsAsked = () =>
  new Refusal('too_many_receipts_asked', 'too_many', {
    vi: 'Mạng này hỏi quá nhiều phiếu không có. Hãy chờ một phút rồi thử lại.',
    en: 'This network asked for too many receipts that do not exist. Wait a minute and try again.',
  });
