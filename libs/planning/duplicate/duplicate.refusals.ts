import { Refusal } from '@phien/kernel';
import type { Holder } from './what-holds';

export const mergedWithItself = () =>
  new Refusal('merged_with_itself', 'invalid', {
    vi: 'Một đơn vị không gộp vào chính nó. Hãy chọn hai đơn vị khác nhau.',
    en: 'An exhibitor cannot be merged into itself. Choose two.',
  });

/** Empty: something that this list of holders does not know names the exhibitor. */
export const exhibitorHeld = (name: string, holders: readonly Holder[]) =>
  new Refusal(
    'exhibitor_held',
    'conflict',
    {
      vi: `Không bỏ được “${name}” vì còn ${inWords(holders, 'vi') || 'việc khác'} mang tên đơn vị này, không viết lại được. Hãy giữ đơn vị này và bỏ đơn vị kia.`,
      en: `“${name}” cannot go: ${inWords(holders, 'en') || 'something else'} bear its name and are never rewritten. Keep this one and let the other go.`,
    },
    { holders: holders.map(({ what, count }) => ({ ...what, count })) },
  );

const inWords = (holders: readonly Holder[], language: 'vi' | 'en') =>
  holders.map(({ what, count }) => `${count} ${what[language]}`).join(', ');

export const mergedVatDiffers = () =>
  new Refusal('merged_vat_differs', 'conflict', {
    vi: 'Một bên tính thuế GTGT, bên kia không, nên giá của sản phẩm sẽ không còn cùng nghĩa. Hãy sửa cho hai bên như nhau rồi gộp.',
    en: 'One charges VAT and the other does not, so the prices of its products would change their meaning. Make both alike, then merge.',
  });
