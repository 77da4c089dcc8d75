import type { Sentence } from '@phien/kernel';

/** How much a finding weighs: a bad row is never taken, a doubtful one when a person says so. */
export type FindingWeight = 'bad' | 'doubtful' | 'note';

/** What was found in a row: in which column, and why. */
export interface Finding {
  /** Null: of the row. */
  field: string | null;
  code: string;
  weight: FindingWeight;
  sentence: Sentence;
}

const finding =
  (weight: FindingWeight) =>
  (field: string | null, code: string, vi: string, en: string): Finding => ({
    field,
    code,
    weight,
    sentence: { vi, en },
  });
const bad = finding('bad');
const doubtful = finding('doubtful');
const note = finding('note');

export const badBecause = (field: string | null, code: string, { vi, en }: Sentence) =>
  bad(field, code, vi, en);

export const missing = (field: string) =>
  bad(field, 'missing', 'Ô này còn trống.', 'This cell is empty.');
export const tooLong = (field: string, most: number) =>
  bad(field, 'too_long', `Dài hơn ${most} ký tự.`, `Longer than ${most} characters.`);
export const notShowable = (field: string) =>
  bad(
    field,
    'not_showable',
    'Có ký tự hỏng hoặc ký tự điều khiển.',
    'Holds a broken or a control character.',
  );
export const kindUnknown = () =>
  bad(
    'kind',
    'kind_unknown',
    'Không có loại hình này: xem trang Hướng dẫn của tệp mẫu.',
    'There is no such kind: see the guide in the template.',
  );
export const kindMissing = () =>
  bad(
    'kind',
    'missing',
    'Ô này còn trống và tên đơn vị không nói loại hình.',
    'This cell is empty, and the name does not tell the kind.',
  );
export const kindFromName = () =>
  note('kind', 'kind_from_name', 'Đọc từ tên đơn vị.', 'Read from the exhibitor’s name.');
export const zeroPutBack = (taxCode: string) =>
  note(
    'taxCode',
    'zero_put_back',
    `Số 0 ở đầu bị mất, đọc là ${taxCode}.`,
    `The zero it begins with was lost; read as ${taxCode}.`,
  );
export const placeNotFound = (said: string) =>
  bad(
    'place',
    'place_unknown',
    `Không có xã, phường, tỉnh hay nước nào tên “${said}”.`,
    `No commune, province or country is called “${said}”.`,
  );
export const placeReplaced = (from: Sentence, to: Sentence, isOneOfSeveral: boolean) =>
  doubtful(
    'place',
    'place_replaced',
    isOneOfSeveral
      ? `${from.vi} không còn vào ngày hội chợ và đã chia ra nhiều nơi; đọc là ${to.vi}.`
      : `${from.vi} không còn vào ngày hội chợ; đọc là ${to.vi}.`,
    isOneOfSeveral
      ? `${from.en} is gone by the day of the fair and lies in several units now; read as ${to.en}.`
      : `${from.en} is gone by the day of the fair; read as ${to.en}.`,
  );
export const placeLeft = (left: string) =>
  note(
    'place',
    'place_left',
    `“${left}” không lưu: ngoài tỉnh chỉ ghi tỉnh, thành phố.`,
    `“${left}” is not kept: of another province only the province is.`,
  );
export const districtUnknown = (said: string) =>
  bad(
    'formerDistrict',
    'former_district_unknown',
    `Quảng Ninh không có huyện, thị xã, thành phố cũ nào tên “${said}”.`,
    `Quảng Ninh had no district called “${said}”.`,
  );
export const neitherYesNorNo = (field: string) =>
  bad(field, 'neither_yes_nor_no', 'Hãy ghi Có hoặc Không.', 'Write Yes or No.');
export const delegationNotFound = (said: string) =>
  doubtful(
    'delegation',
    'delegation_unknown',
    `Hội chợ không có đoàn “${said}”: nếu nhận, đơn vị không thuộc đoàn nào.`,
    `The fair has no delegation “${said}”: taken, the exhibitor belongs to none.`,
  );
export const phoneWrong = () =>
  bad(
    'contactPhone',
    'phone_wrong',
    'Số điện thoại gồm 6 đến 25 chữ số, dấu cách, dấu chấm, gạch nối, có thể có + ở đầu.',
    'A phone number has 6 to 25 digits, spaces, dots or hyphens, and may begin with +.',
  );
export const alreadyHere = (name: string) =>
  doubtful(
    'name',
    'already_here',
    `Hội chợ đã có “${name}”, vài ô khác.`,
    `The fair already has “${name}”, with other cells.`,
  );
export const looksLike = (name: string, field: 'name' | 'taxCode') =>
  field === 'taxCode'
    ? doubtful(
        field,
        'same_tax_code',
        `Hội chợ đã có “${name}” mang mã số thuế này.`,
        `The fair already has “${name}” with this tax code.`,
      )
    : doubtful(
        field,
        'name_alike',
        `Hội chợ đã có “${name}”, tên gần giống.`,
        `The fair already has “${name}”, which is called much the same.`,
      );
export const differsThere = (field: string, known: string) =>
  note(field, 'differs', `Ở hội chợ đang là “${known}”.`, `At the fair it is “${known}”.`);
export const changesThere = (field: string) =>
  note(field, 'differs', 'Ở hội chợ đang ghi khác.', 'At the fair it is another.');
export const standsThere = (field: string) =>
  note(
    field,
    'stands',
    'Ở hội chợ đang ghi khác, và giữ nguyên.',
    'At the fair it is another, and stays.',
  );
export const homeStands = (known: Sentence) =>
  note(
    'place',
    'home_stands',
    `Nơi đến của đơn vị đã có vẫn là ${known.vi}.`,
    `The exhibitor that is there goes on coming from ${known.en}.`,
  );
export const sameAsRow = (field: 'name' | 'taxCode', row: number) =>
  doubtful(
    field,
    field === 'name' ? 'name_twice_in_file' : 'tax_code_twice_in_file',
    `Trùng với dòng ${row} trong tệp.`,
    `The same as row ${row} of the file.`,
  );
export const sellerUnknown = (said: string) =>
  bad(
    'exhibitor',
    'exhibitor_unknown',
    `Không có đơn vị “${said}” trong tệp hay trong hội chợ.`,
    `No exhibitor “${said}” is in the file or at the fair.`,
  );
export const sellerBad = (row: number) =>
  bad(
    'exhibitor',
    'exhibitor_bad',
    `Dòng ${row} của đơn vị này có lỗi.`,
    `Row ${row}, of its exhibitor, is bad.`,
  );
export const sellerWaits = (row: number) =>
  note(
    'exhibitor',
    'exhibitor_doubtful',
    `Chỉ nhận khi nhận dòng ${row} của đơn vị này.`,
    `Taken only when row ${row}, of its exhibitor, is taken.`,
  );
export const priceWrong = () =>
  bad(
    'priceVnd',
    'price_wrong',
    'Giá là số nguyên đồng, từ 0 đến 10 tỷ.',
    'A price is whole đồng, from 0 to 10 billion.',
  );
export const percentWrong = () =>
  bad(
    'vatRatePercent',
    'vat_rate_unknown',
    'Thuế suất GTGT là 0, 5, 8 hoặc 10 %.',
    'The VAT rate is 0, 5, 8 or 10 %.',
  );
export const starsWrong = () =>
  bad('star', 'star_unknown', 'Hạng sao OCOP là 3, 4 hoặc 5.', 'OCOP stars are 3, 4 or 5.');
export const dayWrong = (field: string) =>
  bad(
    field,
    'day_unknown',
    'Hãy ghi ngày/tháng/năm, như 28/10/2025.',
    'Write day/month/year, such as 28/10/2025.',
  );
export const productHere = (name: string) =>
  doubtful(
    'name',
    'product_already_here',
    `Đơn vị đã có sản phẩm “${name}”, vài ô khác.`,
    `The exhibitor already has “${name}”, with other cells.`,
  );
export const productTwice = (row: number) =>
  doubtful(
    'name',
    'product_twice_in_file',
    `Cùng đơn vị và cùng tên với dòng ${row} trong tệp.`,
    `Of the same exhibitor and name as row ${row} of the file.`,
  );
export const barcodeElsewhere = (name: string) =>
  bad(
    'barcode',
    'barcode_taken',
    `Mã vạch này đã dùng cho “${name}” của cùng đơn vị.`,
    `This barcode already belongs to “${name}” of the same exhibitor.`,
  );
export const catalogueOver = (most: number) =>
  bad(
    null,
    'catalogue_full',
    `Đơn vị sẽ có hơn ${most} sản phẩm.`,
    `The exhibitor would have more than ${most} products.`,
  );
