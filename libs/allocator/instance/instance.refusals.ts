import { Refusal } from '@phien/kernel';

/** The file does not say a fair: what is wrong stands at `where`. */
export const instanceUnreadable = (where: string, vi: string, en: string) =>
  new Refusal(
    'instance_unreadable',
    'invalid',
    {
      vi: `Dữ liệu xếp gian sai ở ${where}: ${vi}.`,
      en: `The instance is wrong at ${where}: ${en}.`,
    },
    { where },
  );

/** Of another format or of a later one. */
export const instanceFormatUnknown = (found: string) =>
  new Refusal('instance_format_unknown', 'invalid', {
    vi: `Tệp ghi định dạng ${found}; cần fair-alloc/1.`,
    en: `The file is of the format ${found}; fair-alloc/1 is needed.`,
  });

/** Two booths or two exhibitors of one id. */
export const instanceIdRepeated = (where: string, id: string) =>
  new Refusal(
    'instance_id_repeated',
    'invalid',
    { vi: `Mã ${id} lặp lại ở ${where}.`, en: `The id ${id} stands twice in ${where}.` },
    { where, id },
  );

/** A booth or an exhibitor is named that is not there. */
export const instanceNamesUnknown = (where: string, id: string) =>
  new Refusal(
    'instance_names_unknown',
    'invalid',
    {
      vi: `${where} nhắc tới mã ${id} không có trong dữ liệu.`,
      en: `${where} names ${id}, which is not in the instance.`,
    },
    { where, id },
  );
