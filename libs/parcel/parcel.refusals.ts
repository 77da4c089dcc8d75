import { Refusal } from '@phien/kernel';

export const notAParcel = (file: string) =>
  new Refusal('not_a_parcel', 'invalid', {
    vi: `${file} không phải tệp do Phiên ghi.`,
    en: `${file} is no file that Phiên wrote.`,
  });

export const wrongKind = (file: string, { wanted, found }: { wanted: string; found: string }) =>
  new Refusal('wrong_kind_of_parcel', 'invalid', {
    vi: `${file} là tệp ${found}, không phải ${wanted}.`,
    en: `${file} is a ${found}, not a ${wanted}.`,
  });

export const laterParcel = (file: string, version: string) =>
  new Refusal('made_by_later_version', 'conflict', {
    vi: `${file} do bản Phiên mới hơn ghi (${version}): hãy cập nhật rồi thử lại.`,
    en: `${file} was written by a later Phiên (${version}): update this one first.`,
  });

/** `where` names the parts that are not as they were written. */
export const parcelChanged = (file: string, where: readonly string[]) =>
  new Refusal(
    'parcel_changed',
    'conflict',
    {
      vi: `${file} không còn như lúc ghi; khác ở: ${where.join(', ')}.`,
      en: `${file} is not as it was written; it differs in: ${where.join(', ')}.`,
    },
    { where },
  );
