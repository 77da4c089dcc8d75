import { Refusal } from '@phien/kernel';
import type { Role } from './role';

const roleNames: Record<Role, { vi: string; en: string }> = {
  organizer: { vi: 'ban tổ chức', en: 'organizers' },
  official: { vi: 'lãnh đạo', en: 'officials' },
  exhibitor: { vi: 'đơn vị tham gia', en: 'exhibitors' },
  gate: { vi: 'nhân viên cổng', en: 'gate staff' },
  zone_staff: { vi: 'nhân viên khu', en: 'zone staff' },
  delegation_lead: { vi: 'trưởng đoàn', en: 'delegation leads' },
};

/** Also said of a fair that exists and is not the caller's: nobody learns which fairs there are. */
export const fairNotFound = () =>
  new Refusal('fair_not_found', 'not_found', {
    vi: 'Không có hội chợ này.',
    en: 'There is no such fair.',
  });

export const roleMissing = (needed: readonly Role[]) =>
  new Refusal('role_missing', 'forbidden', {
    vi: `Chỉ dành cho ${needed.map((role) => roleNames[role].vi).join(', ')} của hội chợ này.`,
    en: `Only for ${needed.map((role) => roleNames[role].en).join(', ')} of this fair.`,
  });

export const roleHeldForAnother = () =>
  new Refusal('role_held_for_another', 'conflict', {
    vi: 'Tài khoản này đã đại diện cho một đơn vị hoặc đoàn khác tại hội chợ.',
    en: 'This account already stands for another exhibitor or delegation at the fair.',
  });

export const foreignOrigin = () =>
  new Refusal('foreign_origin', 'forbidden', {
    vi: 'Yêu cầu đến từ một trang khác.',
    en: 'The request comes from another site.',
  });

export const bodyNotJson = () =>
  new Refusal('body_not_json', 'invalid', {
    vi: 'Nội dung gửi lên phải là application/json.',
    en: 'The body must be application/json.',
  });
