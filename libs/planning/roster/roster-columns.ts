import type { Sentence } from '@phien/kernel';

/** The two tables of a roster: who takes part, and what they sell. */
export type RosterPart = 'exhibitors' | 'products';

export const EXHIBITOR_FIELDS = [
  'name',
  'kind',
  'taxCode',
  'place',
  'province',
  'country',
  'formerDistrict',
  'paysVat',
  'delegation',
  'representative',
  'contactPhone',
  'id',
] as const;
export const PRODUCT_FIELDS = [
  'exhibitor',
  'exhibitorTaxCode',
  'name',
  'classCode',
  'priceVnd',
  'unit',
  'vatRatePercent',
  'star',
  'certificateNumber',
  'certificateIssuedOn',
  'certificateExpiresOn',
  'barcode',
  'traceUrl',
  'isWeighed',
] as const;
export type ExhibitorField = (typeof EXHIBITOR_FIELDS)[number];
export type ProductField = (typeof PRODUCT_FIELDS)[number];
export type RosterField = ExhibitorField | ProductField;

export interface RosterColumn {
  title: Sentence;
  /** Other heads that people write over such a column. */
  also: readonly string[];
  /** What is written in it, for whoever fills it in. */
  what: Sentence;
  isNeeded?: true;
  /** In letters. */
  width: number;
}

const column = (
  [vi, en]: [string, string],
  also: readonly string[],
  [whatVi, whatEn]: [string, string],
  more: { isNeeded?: true; width?: number } = {},
): RosterColumn => ({
  title: { vi, en },
  also,
  what: { vi: whatVi, en: whatEn },
  width: 18,
  ...more,
});

/** The columns of who takes part, in the order of a file that we write. */
export const EXHIBITOR_COLUMNS: Record<ExhibitorField, RosterColumn> = {
  name: column(
    ['Tên đơn vị', 'Exhibitor'],
    ['Đơn vị', 'Tên đơn vị tham gia', 'Đơn vị tham gia', 'Tên chủ thể', 'Exhibitor name', 'Name'],
    ['Nhiều nhất 200 ký tự.', '200 characters at most.'],
    { isNeeded: true, width: 44 },
  ),
  kind: column(
    ['Loại hình', 'Kind'],
    ['Loại đơn vị', 'Loại hình đơn vị', 'Type', 'Exhibitor kind'],
    [
      'Doanh nghiệp, Hợp tác xã, Tổ hợp tác, Hộ kinh doanh, Cơ sở sản xuất, Trang trại, Đơn vị xúc tiến thương mại hoặc Địa phương; để trống thì đọc từ tên.',
      'Enterprise, Cooperative, Cooperative group, Household, Production facility, Farm, Trade-promotion body or Locality; read from the name when empty.',
    ],
  ),
  taxCode: column(
    ['Mã số thuế', 'Tax code'],
    ['MST', 'Mã số thuế (MST)', 'Tax number', 'VAT number'],
    [
      '10 số, 10 số và 3 số chi nhánh, hoặc 12 số của cá nhân; định dạng ô là chữ để không mất số 0 ở đầu.',
      '10 digits, 10 and a branch of 3, or the 12 of a person; keep the cell a text, so that no leading zero is lost.',
    ],
    { width: 18 },
  ),
  place: column(
    ['Nơi đến', 'From'],
    [
      'Đến từ',
      'Địa phương',
      'Xã phường',
      'Xã, phường',
      'Xã/phường',
      'Xã/phường/đặc khu',
      'Địa chỉ',
      'Place',
      'Commune',
      'Ward',
    ],
    [
      'Xã, phường, đặc khu của Quảng Ninh, hoặc tỉnh, thành phố, hoặc nước; tên huyện cũ cũng đọc được.',
      'A commune, ward or special zone of Quảng Ninh, or a province, or a country; the name of a former district is understood.',
    ],
    { isNeeded: true, width: 30 },
  ),
  province: column(
    ['Tỉnh, thành phố', 'Province'],
    ['Tỉnh', 'Tỉnh/thành', 'Tỉnh/thành phố', 'Tỉnh thành', 'City'],
    ['Khi nơi đến chưa nói tỉnh.', 'Where the place does not name it.'],
    { width: 22 },
  ),
  country: column(
    ['Nước', 'Country'],
    ['Quốc gia', 'Nước, vùng lãnh thổ'],
    ['Để trống: Việt Nam.', 'Empty: Vietnam.'],
  ),
  formerDistrict: column(
    ['Huyện cũ', 'Former district'],
    ['Huyện', 'Huyện trước 01/7/2025', 'Huyện, thị xã, thành phố cũ', 'District'],
    [
      'Đơn vị cấp huyện trước ngày 01/7/2025, như người dân vẫn gọi.',
      'The district of before 2025-07-01, as people still say it.',
    ],
  ),
  paysVat: column(
    ['Tính thuế GTGT', 'Charges VAT'],
    ['Thuế GTGT', 'Có thuế GTGT', 'VAT'],
    ['Có hoặc Không; để trống: Có.', 'Yes or No; empty: Yes.'],
  ),
  delegation: column(
    ['Đoàn', 'Delegation'],
    ['Tên đoàn', 'Thuộc đoàn'],
    ['Tên một đoàn của hội chợ này.', 'The name of a delegation of this fair.'],
    { width: 26 },
  ),
  representative: column(
    ['Người đại diện', 'Representative'],
    ['Đại diện', 'Họ tên người đại diện', 'Người liên hệ', 'Contact', 'Contact person'],
    ['Chỉ ban tổ chức thấy.', 'Only organizers see it.'],
    { width: 26 },
  ),
  contactPhone: column(
    ['Điện thoại', 'Phone'],
    ['Số điện thoại', 'SĐT', 'ĐT', 'Điện thoại liên hệ', 'Phone number', 'Telephone'],
    ['Chỉ ban tổ chức thấy.', 'Only organizers see it.'],
  ),
  id: column(
    ['Mã trong Phiên', 'Phiên id'],
    [],
    [
      'Máy ghi khi xuất danh sách, để nhận ra đơn vị đã có; đơn vị mới để trống.',
      'Written when a list is exported, to know the exhibitor again; empty for a new one.',
    ],
    { width: 38 },
  ),
};

/** The columns of what they sell. */
export const PRODUCT_COLUMNS: Record<ProductField, RosterColumn> = {
  exhibitor: column(
    ['Đơn vị bán', 'Sold by'],
    ['Tên đơn vị', 'Đơn vị', 'Đơn vị tham gia', 'Tên chủ thể', 'Exhibitor', 'Exhibitor name'],
    [
      'Tên đơn vị, đúng như ở bảng Đơn vị hoặc trong hội chợ.',
      'The exhibitor’s name as in the sheet of exhibitors or at the fair.',
    ],
    { isNeeded: true, width: 44 },
  ),
  exhibitorTaxCode: column(
    ['MST đơn vị bán', 'Seller’s tax code'],
    ['Mã số thuế', 'MST', 'Mã số thuế đơn vị', 'Tax code'],
    ['Khi hai đơn vị trùng tên.', 'Where two exhibitors have one name.'],
  ),
  name: column(
    ['Tên sản phẩm', 'Product'],
    ['Sản phẩm', 'Hàng hóa', 'Tên hàng', 'Product name'],
    ['Nhiều nhất 200 ký tự.', '200 characters at most.'],
    { isNeeded: true, width: 40 },
  ),
  classCode: column(
    ['Nhóm sản phẩm', 'Product group'],
    ['Mã nhóm', 'Nhóm', 'Phân nhóm', 'Class', 'Product class'],
    [
      'Mã hoặc tên theo Quyết định 148/QĐ-TTg, như I.3.d; có thể để trống.',
      'Code or name of Decision 148/QĐ-TTg, such as I.3.d; may be empty.',
    ],
  ),
  priceVnd: column(
    ['Giá bán (đ)', 'Price (VND)'],
    ['Giá bán', 'Giá', 'Đơn giá', 'Giá niêm yết', 'Price'],
    ['Số nguyên đồng, đã có thuế GTGT.', 'Whole đồng, VAT included.'],
    { isNeeded: true },
  ),
  unit: column(['Đơn vị tính', 'Unit'], ['ĐVT'], ['Hộp, chai, kg…', 'Box, bottle, kg…'], {
    isNeeded: true,
  }),
  vatRatePercent: column(
    ['Thuế suất GTGT (%)', 'VAT rate (%)'],
    ['Thuế suất', 'Thuế suất GTGT', 'Thuế GTGT', 'VAT rate', 'VAT'],
    [
      '0, 5, 8 hoặc 10; để trống khi đơn vị không tính thuế GTGT.',
      '0, 5, 8 or 10; empty when the exhibitor charges no VAT.',
    ],
  ),
  star: column(
    ['Hạng sao', 'Stars'],
    ['Hạng sao OCOP', 'Sao OCOP', 'Sao', 'OCOP stars', 'Star'],
    ['3, 4 hoặc 5; để trống khi chưa xếp hạng.', '3, 4 or 5; empty when not rated.'],
  ),
  certificateNumber: column(
    ['Số giấy chứng nhận OCOP', 'OCOP certificate'],
    ['Số giấy chứng nhận', 'Giấy chứng nhận', 'Certificate', 'Certificate number'],
    ['Cần khi có sao.', 'Needed with stars.'],
    { width: 24 },
  ),
  certificateIssuedOn: column(
    ['Ngày cấp', 'Issued on'],
    ['Ngày cấp giấy chứng nhận', 'Issue date'],
    ['Ngày/tháng/năm; cần khi có sao.', 'Day/month/year; needed with stars.'],
  ),
  certificateExpiresOn: column(
    ['Ngày hết hạn', 'Expires on'],
    ['Hết hạn', 'Hiệu lực đến', 'Expiry date'],
    ['Để trống: 36 tháng sau ngày cấp.', 'Empty: 36 months after the day of issue.'],
  ),
  barcode: column(
    ['Mã vạch', 'Barcode'],
    ['GTIN', 'EAN', 'EAN-13', 'GTIN-13'],
    ['13 chữ số.', '13 digits.'],
  ),
  traceUrl: column(
    ['Liên kết truy xuất', 'Traceability link'],
    ['Truy xuất', 'Truy xuất nguồn gốc', 'Link truy xuất', 'Trace link', 'Traceability'],
    ['Bắt đầu bằng http:// hoặc https://.', 'Begins with http:// or https://.'],
    { width: 34 },
  ),
  isWeighed: column(
    ['Bán cân', 'Sold by weight'],
    ['Bán theo cân', 'Cân', 'Weighed'],
    ['Có hoặc Không; để trống: Không.', 'Yes or No; empty: No.'],
  ),
};

/** The columns of a part by their fields. */
export const columnsOf = (part: RosterPart): Readonly<Record<string, RosterColumn>> =>
  part === 'exhibitors' ? EXHIBITOR_COLUMNS : PRODUCT_COLUMNS;
