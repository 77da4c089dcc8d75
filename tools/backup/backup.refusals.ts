import { Refusal } from '@phien/kernel';

export const nothingToSave = () =>
  new Refusal('nothing_to_save', 'not_found', {
    vi: 'Cơ sở dữ liệu này chưa có gì của Phiên để sao lưu.',
    en: 'This database holds nothing of Phiên to back up.',
  });

export const databaseNotEmpty = () =>
  new Refusal('database_not_empty', 'conflict', {
    vi: 'Cơ sở dữ liệu đã có dữ liệu. Thêm --replace để xoá hết và thay bằng bản sao lưu.',
    en: 'The database holds data already. With --replace all of it is deleted and the backup takes its place.',
  });

export const databaseOfAnother = () =>
  new Refusal('database_of_another', 'conflict', {
    vi: 'Cơ sở dữ liệu này có bảng không phải của Phiên: hãy tạo một cơ sở dữ liệu riêng.',
    en: 'The tables in this database are not those of Phiên: make one of its own.',
  });

export const fairIsOpen = () =>
  new Refusal('fair_is_open', 'conflict', {
    vi: 'Hội chợ đang mở trên cơ sở dữ liệu này: hãy dừng (npm stop, hoặc dừng api và worker) rồi khôi phục.',
    en: 'A fair is open on this database: stop it first (npm stop, or stop api and worker), then restore.',
  });

export const schemaOfLaterVersion = (file: string, unknown: readonly string[]) =>
  new Refusal(
    'made_by_later_version',
    'conflict',
    {
      vi: `${file} được ghi từ lược đồ mới hơn bản Phiên này (${unknown.join(', ')}): hãy cập nhật trước.`,
      en: `${file} has a later schema than this Phiên (${unknown.join(', ')}): update this one first.`,
    },
    { unknown },
  );

export const tablesDiffer = (file: string, tables: readonly string[]) =>
  new Refusal(
    'tables_differ',
    'conflict',
    {
      vi: `${file} thiếu hoặc thừa bảng: ${tables.join(', ')}.`,
      en: `${file} lacks tables or has some too many: ${tables.join(', ')}.`,
    },
    { tables },
  );

export const rowsRefused = (table: string, why: string) =>
  new Refusal(
    'rows_refused',
    'conflict',
    {
      vi: `Cơ sở dữ liệu không nhận bảng ${table}: ${why}`,
      en: `The database refuses the table ${table}: ${why}`,
    },
    { table },
  );

export const ledgerDiffers = (fair: string) =>
  new Refusal(
    'ledger_differs',
    'conflict',
    {
      vi: `Sổ của hội chợ ${fair} không bằng con số ghi trong bản sao lưu; không khôi phục gì.`,
      en: `The ledger of the fair ${fair} is not what the backup says; nothing was restored.`,
    },
    { fair },
  );
