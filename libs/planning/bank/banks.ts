/** A bank that takes transfers by VietQR: BIN, the name people say, the name on its licence. */
type BankRow = readonly [bin: string, shortName: string, fullName: string | null];

/**
 * Banks that VietQR can pay to. BIN and full name: letter 1589/NHNN-TT of the State Bank of Vietnam,
 * 2024-03-05 (BINs issued to 2023-12-31); short names, and the entries without a full name (digital
 * banks, a wallet, foreign branches): the bank list of vietnam-qr-pay 1.5.1, 2026-08-24. Banks
 * that have changed their name since stand here under both.
 */
export const BANKS: readonly BankRow[] = [
  ['970425', 'AB Bank', 'Ngân hàng TMCP An Bình'],
  ['970416', 'ACB', 'Ngân hàng TMCP Á Châu'],
  ['970405', 'Agribank', 'Ngân hàng Nông nghiệp và Phát triển Nông thôn Việt Nam'],
  ['970409', 'BacA Bank', 'Ngân hàng TMCP Bắc Á'],
  ['970438', 'BaoViet Bank', 'Ngân hàng TMCP Bảo Việt'],
  ['970418', 'BIDV', 'Ngân hàng Đầu tư và Phát triển Việt Nam'],
  ['970454', 'BVBank', 'Ngân hàng TMCP Bản Việt'],
  ['546034', 'CAKE by VPBank', null],
  ['970444', 'CB Bank', 'Ngân hàng TNHH Một Thành Viên Xây Dựng Việt Nam'],
  ['422589', 'CIMB Bank', null],
  ['970446', 'Co-op Bank', 'Ngân hàng Hợp Tác Xã Việt Nam'],
  ['796500', 'DBS Bank', null],
  ['970431', 'Eximbank', 'Ngân hàng TMCP Xuất Nhập khẩu Việt Nam'],
  ['970408', 'GPBank', 'Ngân hàng TNHH Một Thành Viên Dầu Khí Toàn Cầu'],
  ['970437', 'HDBank', 'Ngân hàng TMCP Phát triển TP.HCM'],
  ['970442', 'HongLeong Bank', 'Ngân hàng TNHH Một Thành Viên Hong Leong Việt Nam'],
  ['458761', 'HSBC Vietnam', null],
  ['970456', 'IBK HCM', 'Ngân hàng Industrial Bank of Korea - Chi nhánh Hồ Chí Minh'],
  ['970455', 'IBK HN', 'Ngân hàng Công nghiệp Hàn Quốc - Chi nhánh Hà Nội'],
  ['970434', 'Indovina Bank', 'Ngân hàng TNHH Indovina'],
  ['668888', 'Kasikornbank', null],
  ['970452', 'KienlongBank', 'Ngân hàng TMCP Kiên Long'],
  ['970463', 'Kookmin Bank HCM', 'Ngân hàng Kookmin - Chi nhánh Tp. Hồ Chí Minh'],
  ['970462', 'Kookmin Bank HN', 'Ngân hàng Kookmin - Chi nhánh Hà Nội'],
  ['963369', 'Liobank', null],
  ['970449', 'LPBank', 'Ngân hàng TMCP Bưu Điện Liên Việt'],
  ['970422', 'MB Bank', 'Ngân hàng TMCP Quân Đội'],
  ['971025', 'MoMo', null],
  ['970426', 'MSB', 'Ngân hàng TMCP Hàng Hải'],
  ['970428', 'Nam A Bank', 'Ngân hàng TMCP Nam Á'],
  ['970419', 'NCB Bank', 'Ngân hàng TMCP Quốc Dân'],
  ['801011', 'Nonghyup Bank', null],
  ['970448', 'OCB Bank', 'Ngân hàng TMCP Phương Đông'],
  ['970414', 'Ocean Bank', 'Ngân hàng TNHH Một Thành Viên Đại Dương'],
  ['970430', 'PG Bank', 'Ngân hàng TMCP Xăng dầu Petrolimex'],
  ['970439', 'Public Bank Vietnam', 'Ngân hàng TNHH Một Thành Viên Public Việt Nam'],
  ['970412', 'PVcomBank', 'Ngân hàng TMCP Đại Chúng Việt Nam'],
  ['970403', 'Sacombank', 'Ngân hàng TMCP Sài Gòn Thương Tín'],
  ['970400', 'SaigonBank', 'Ngân hàng TMCP Sài Gòn Công Thương'],
  ['970429', 'SCB', 'Ngân hàng TMCP Sài Gòn'],
  ['970440', 'SeABank', 'Ngân hàng TMCP Đông Nam Á'],
  ['970443', 'SHB', 'Ngân hàng TMCP Sài Gòn – Hà Nội'],
  ['970424', 'Shinhan Bank', 'Ngân hàng TNHH Một Thành Viên Shinhan Việt Nam'],
  ['970410', 'Standard Chartered Vietnam', 'Ngân hàng TNHH Một Thành Viên Standard Chartered'],
  ['970407', 'Techcombank', 'Ngân hàng TMCP Kỹ Thương Việt Nam'],
  ['963388', 'Timo', null],
  ['970423', 'TPBank', 'Ngân hàng TMCP Tiên Phong'],
  ['546035', 'Ubank by VPBank', null],
  ['970458', 'United Overseas Bank Vietnam', 'Ngân hàng TNHH Một Thành Viên UOB Việt Nam'],
  ['970441', 'VIB', 'Ngân hàng TMCP Quốc Tế Việt Nam'],
  ['970427', 'VietABank', 'Ngân hàng TMCP Việt Á'],
  ['970433', 'VietBank', 'Ngân hàng TMCP Việt Nam Thương Tín'],
  ['970436', 'Vietcombank', 'Ngân hàng TMCP Ngoại thương Việt Nam'],
  ['970415', 'VietinBank', 'Ngân hàng TMCP Công Thương Việt Nam'],
  ['970421', 'VietNgaBank', 'Ngân hàng Liên doanh Việt Nga'],
  ['970406', 'Vikki Bank', 'Ngân hàng TMCP Đông Á'],
  ['970432', 'VPBank', 'Ngân hàng TMCP Việt Nam Thịnh Vượng'],
  ['970457', 'Woori Bank', 'Ngân hàng TNHH Một Thành Viên Woori Bank Việt Nam'],
];

const bins = new Set(BANKS.map(([bin]) => bin));

export const isKnownBank = (bin: string): boolean => bins.has(bin);
