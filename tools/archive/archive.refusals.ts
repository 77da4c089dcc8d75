import { Refusal } from '@phien/kernel';

export const noSuchFair = (code: string) =>
  new Refusal('fair_not_found', 'not_found', {
    vi: `Không có hội chợ nào mang mã ${code}.`,
    en: `No fair has the code ${code}.`,
  });

export const fairNotSealed = (code: string) =>
  new Refusal('fair_not_sealed', 'conflict', {
    vi: `Hội chợ ${code} chưa niêm phong: số liệu còn có thể thay đổi. Thêm --draft để xuất bản nháp.`,
    en: `The fair ${code} is not sealed: its figures may still change. With --draft it is written all the same.`,
  });

export const fairIsHere = (code: string) =>
  new Refusal('fair_is_here', 'conflict', {
    vi: `Ở đây đã có hội chợ ${code}.`,
    en: `The fair ${code} is here already.`,
  });

export const archiveUnsound = (file: string, faults: number) =>
  new Refusal(
    'archive_unsound',
    'conflict',
    {
      vi: `${file} có ${faults} lỗi: xem bằng npm run verify. Không nhập gì.`,
      en: `${file} has ${faults} faults: npm run verify names them. Nothing was imported.`,
    },
    { faults },
  );

export const importNotSealed = (code: string) =>
  new Refusal('fair_not_sealed', 'conflict', {
    vi: `Bản lưu trữ của hội chợ ${code} là bản nháp, ghi khi chưa niêm phong: không nhập được.`,
    en: `The archive of the fair ${code} is a draft from before it was sealed: it cannot be imported.`,
  });
