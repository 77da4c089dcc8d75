import { Refusal } from '@phien/kernel';

export const notEnrolled = () =>
  new Refusal('till_not_enrolled', 'conflict', {
    vi: 'Máy này chưa ghép với gian hàng nào.',
    en: 'This phone is not paired with a booth.',
  });

export const notSignedIn = () =>
  new Refusal('till_not_signed_in', 'conflict', {
    vi: 'Máy đã khóa. Hãy chọn người bán và nhập PIN.',
    en: 'The till is locked. Choose who sells and enter the PIN.',
  });

export const shiftNotOpen = () =>
  new Refusal('shift_not_open', 'conflict', {
    vi: 'Ca đã chốt hoặc chưa mở. Hãy mở ca rồi bán.',
    en: 'The shift is closed or not open yet. Open a shift first.',
  });

export const shiftAlreadyOpen = () =>
  new Refusal('shift_already_open', 'conflict', {
    vi: 'Ca đã mở ở một cửa sổ khác của máy này.',
    en: 'Another window of this phone has opened the shift.',
  });

export const parkedTicketGone = () =>
  new Refusal('parked_ticket_gone', 'conflict', {
    vi: 'Đơn tạm giữ này không còn: có thể đã lấy ra ở một cửa sổ khác của máy.',
    en: 'This parked ticket is gone: another window of this phone may have brought it back.',
  });

export const parkedTicketsWait = (count: number) =>
  new Refusal('parked_tickets_wait', 'conflict', {
    vi: `Còn ${count} đơn tạm giữ của gian này. Lấy ra thu tiền hoặc bỏ đi trước khi ghép lại.`,
    en: `${count} parked tickets of this booth wait. Bring them back or discard them before pairing again.`,
  });
