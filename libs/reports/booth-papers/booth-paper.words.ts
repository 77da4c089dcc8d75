import type { ReportLanguage } from '../report/report.rules';
import type { BadgeRole, BoothPaper, ListedShare } from './booth-paper.rules';

export interface BoothPaperWords {
  titles: Record<'signs' | 'badges' | 'list', string>;
  booth: string;
  zone: string;
  area: string;
  state: string;
  states: Record<ListedShare['state'] | 'free', string>;
  until: string;
  share: string;
  exhibitor: string;
  place: string;
  delegation: string;
  star: string;
  stars(count: number): string;
  representative: string;
  phone: string;
  scan: string;
  codeOf(booth: string): string;
  name: string;
  roles: Record<BadgeRole, string>;
  asOf(time: string): string;
  page(page: number, pages: number): string;
}

export const boothPaperWords: Record<ReportLanguage, BoothPaperWords> = {
  vi: {
    titles: {
      signs: 'Biển gian hàng',
      badges: 'Thẻ',
      list: 'Danh sách gian và đơn vị tham gia',
    },
    booth: 'Gian',
    zone: 'Khu',
    area: 'm²',
    state: 'Trạng thái',
    states: { free: 'Trống', held: 'Giữ chỗ', offered: 'Đang mời', confirmed: 'Đã giao' },
    until: 'Hạn',
    share: 'Phần',
    exhibitor: 'Đơn vị',
    place: 'Nơi đến',
    delegation: 'Đoàn',
    star: 'Sao cao nhất',
    stars: (count) => `OCOP ${count} sao`,
    representative: 'Người đại diện',
    phone: 'Điện thoại',
    scan: 'Quét để xem gian hàng',
    codeOf: (booth) => `Mã QR dẫn tới gian ${booth} trên mạng`,
    name: 'Họ và tên',
    roles: {
      representative: 'Đại diện',
      seller: 'Bán hàng',
      organizer: 'Ban tổ chức',
      zone_staff: 'Nhân viên khu',
      delegation_lead: 'Trưởng đoàn',
    },
    asOf: (time) => `Tính đến ${time}.`,
    page: (page, pages) => `Trang ${page}/${pages}`,
  },
  en: {
    titles: { signs: 'Booth signs', badges: 'Badges', list: 'Booths and exhibitors' },
    booth: 'Booth',
    zone: 'Zone',
    area: 'm²',
    state: 'State',
    states: { free: 'Free', held: 'Held', offered: 'Offered', confirmed: 'Given' },
    until: 'Until',
    share: 'Share',
    exhibitor: 'Exhibitor',
    place: 'From',
    delegation: 'Delegation',
    star: 'Most stars',
    stars: (count) => `OCOP ${count} stars`,
    representative: 'Represented by',
    phone: 'Phone',
    scan: 'Scan to see this booth',
    codeOf: (booth) => `QR code that leads to booth ${booth} on the web`,
    name: 'Name',
    roles: {
      representative: 'Representative',
      seller: 'Seller',
      organizer: 'Organizer',
      zone_staff: 'Zone staff',
      delegation_lead: 'Delegation lead',
    },
    asOf: (time) => `As of ${time}.`,
    page: (page, pages) => `Page ${page}/${pages}`,
  },
};

export const titleOf = (paper: BoothPaper, words: BoothPaperWords): string =>
  words.titles[
    paper.startsWith('signs') ? 'signs' : paper.startsWith('badges') ? 'badges' : 'list'
  ];
