import { Refusal } from '@phien/kernel';

export const invitationUnknown = () =>
  new Refusal('invitation_unknown', 'not_found', {
    vi: 'Đường dẫn mời này không đúng. Hãy chép lại trọn đường dẫn, hoặc xin đường dẫn mới.',
    en: 'This invitation is unknown. Copy the whole link again, or ask for a new one.',
  });

export const invitationUsed = () =>
  new Refusal('invitation_used', 'conflict', {
    vi: 'Lời mời này đã có người nhận. Mỗi đường dẫn chỉ dùng được một lần.',
    en: 'Somebody has taken this invitation. Each link works once.',
  });

export const invitationWithdrawn = () =>
  new Refusal('invitation_withdrawn', 'conflict', {
    vi: 'Ban tổ chức đã rút lời mời này.',
    en: 'The organizers have withdrawn this invitation.',
  });

export const invitationExpired = () =>
  new Refusal('invitation_expired', 'conflict', {
    vi: 'Lời mời này đã hết hạn. Hãy xin ban tổ chức một đường dẫn mới.',
    en: 'This invitation has expired. Ask the organizers for a new link.',
  });

export const exhibitorMissing = () =>
  new Refusal('exhibitor_missing', 'invalid', {
    vi: 'Hãy chọn đơn vị mà người được mời sẽ đại diện.',
    en: 'Choose the exhibitor that the invited person will stand for.',
  });

export const exhibitorUnknown = () =>
  new Refusal('exhibitor_unknown', 'not_found', {
    vi: 'Hội chợ này không có đơn vị đó.',
    en: 'This fair has no such exhibitor.',
  });

export const delegationMissing = () =>
  new Refusal('delegation_missing', 'invalid', {
    vi: 'Hãy chọn đoàn mà người này phụ trách.',
    en: 'Choose the delegation that this person leads.',
  });

export const delegationUnknown = () =>
  new Refusal('delegation_unknown', 'not_found', {
    vi: 'Hội chợ này không có đoàn đó.',
    en: 'This fair has no such delegation.',
  });

export const zonesMissing = () =>
  new Refusal('zones_missing', 'invalid', {
    vi: 'Hãy chọn ít nhất một khu mà người này phụ trách.',
    en: 'Choose at least one zone that this person looks after.',
  });

export const zoneUnknownHere = () =>
  new Refusal('zone_not_found', 'not_found', {
    vi: 'Hội chợ này không có khu đó.',
    en: 'This fair has no such zone.',
  });
