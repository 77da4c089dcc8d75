import { Refusal } from '@phien/kernel';

export const registerNotFound = () =>
  new Refusal('register_not_found', 'not_found', {
    vi: 'Không tìm thấy máy bán hàng này.',
    en: 'There is no such register.',
  });

export const epochNotFound = () =>
  new Refusal('epoch_not_found', 'not_found', {
    vi: 'Máy bán hàng này không có lần ghép đó.',
    en: 'This register has no such epoch.',
  });

export const registerRevoked = () =>
  new Refusal('register_revoked', 'forbidden', {
    vi: 'Máy này đã bị thu hồi. Đơn đã bán vẫn gửi được và được để riêng; muốn bán tiếp, hãy xin mã ghép máy mới.',
    en: 'This phone was revoked. What it sold can still be sent and is set aside; to sell on, ask for a new enrolment code.',
  });

export const registerSuperseded = () =>
  new Refusal('register_superseded', 'conflict', {
    vi: 'Máy bán hàng này đã được ghép lại trên một điện thoại khác. Đơn đã bán trên máy này vẫn gửi được.',
    en: 'This register was enrolled again on another phone. What this phone sold can still be sent.',
  });

export const enrolmentCodeUnknown = () =>
  new Refusal('enrolment_code_unknown', 'not_found', {
    vi: 'Mã ghép máy không đúng. Hãy xem lại mã hoặc xin mã mới ở ban tổ chức.',
    en: 'The enrolment code is not right. Check it, or ask the organizer for a new one.',
  });

export const enrolmentCodeUsed = () =>
  new Refusal('enrolment_code_used', 'conflict', {
    vi: 'Mã ghép máy đã dùng cho một máy khác. Hãy xin mã mới.',
    en: 'The enrolment code was used by another phone. Ask for a new one.',
  });

export const enrolmentCodeWithdrawn = () =>
  new Refusal('enrolment_code_withdrawn', 'conflict', {
    vi: 'Người cấp mã ghép máy này không còn quyền ở gian hàng. Hãy xin mã mới ở ban tổ chức.',
    en: 'Whoever issued this enrolment code may no longer do so. Ask the organizer for a new one.',
  });

export const enrolmentCodeExpired = () =>
  new Refusal('enrolment_code_expired', 'conflict', {
    vi: 'Mã ghép máy đã hết hạn (10 phút). Hãy xin mã mới.',
    en: 'The enrolment code has expired (10 minutes). Ask for a new one.',
  });

export const publicKeyInvalid = () =>
  new Refusal('public_key_invalid', 'invalid', {
    vi: 'Khóa của máy không phải khóa P-256.',
    en: 'The phone’s key is not a P-256 key.',
  });

export const epochHasNoConflict = () =>
  new Refusal('epoch_has_no_conflict', 'conflict', {
    vi: 'Sổ không thấy chứng từ nào của lần ghép này bị trùng số hoặc trùng mã, nên không mở lần ghép mới.',
    en: 'The ledger knows of no clash in this epoch, so no new one is opened.',
  });

export const tooManyWrongCodes = () =>
  new Refusal('too_many_wrong_codes', 'too_many', {
    vi: 'Quá nhiều mã sai từ mạng này. Hãy chờ một phút rồi thử lại.',
    en: 'Too many wrong codes from this network. Wait a minute and try again.',
  });
