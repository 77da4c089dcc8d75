import { Refusal } from '@phien/kernel';

/** Also said of a cashier of an exhibitor that is not the caller's. */
export const cashierNotFound = () =>
  new Refusal('cashier_not_found', 'not_found', {
    vi: 'Không có thu ngân này.',
    en: 'There is no such cashier.',
  });

export const cashierNameTaken = (name: string) =>
  new Refusal(
    'cashier_name_taken',
    'conflict',
    {
      vi: `Đơn vị đã có thu ngân tên “${name}”. Hãy ghi thêm để phân biệt.`,
      en: `The exhibitor already has a cashier named “${name}”. Add a word to tell them apart.`,
    },
    { name },
  );
