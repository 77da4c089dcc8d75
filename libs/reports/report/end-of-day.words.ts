import type { CountMethod } from '@phien/visitors';
import type { Method, Star } from '../closing/figures.rules';
import type { Origin } from '@phien/planning';
import { REASON_FIRST, REASON_HOURS_OVER, REASON_LATE } from '../closing/closing.rules';
import type { ReportLanguage } from './report.rules';

/** Every word that the end-of-day report prints and does not take from the closing itself. */
export interface EndOfDayWords {
  title: string;
  weekdays: readonly [string, string, string, string, string, string, string];
  openHours(opensAt: string, closesAt: string): string;
  closedDay: string;
  openingEvening(opensAt: string, closesAt: string): string;
  outsideDays: string;
  revision(revision: number): string;
  complete: string;
  provisional: string;
  completeNote: string;
  provisionalNote(unclosed: number): string;
  asOf(time: string, date: string, timeZone: string): string;
  timeZone(name: string): string;
  /** Without a name the day was closed by itself. */
  closedBy(name: string | null, reason: string): string;
  /** A reason of ours in this language; a person's own words stay as they are. */
  reason(reason: string): string;
  demo: string;
  demoNote: string;
  page(page: number, pages: number): string;
  /** Names shown in this language. */
  pick(vi: string, en: string): string;

  measured: string;
  measuredNote: string;
  declared: string;
  declaredNote(booths: string): string;
  revenueIs(total: string, measured: string, declared: string): string;
  declaredWithin(amount: string): string;
  declaredOut: string;
  declaredColumn: string;
  measuredColumn: string;
  declaredFacts: string;
  declaredHash: string;
  revenue: string;
  notCollected: string;
  notCollectedNote: string;
  salesCount: string;
  salesCountNote: string;
  average: string;
  averageNote: string;
  refunds: string;
  refundsNote(refunds: string, voids: string): string;
  entries: string;
  entriesNote(gates: number): string;
  boothsHeard: string;
  registersHeard: string;
  registersUnclosed: string;

  revenueColumn: string;
  salesColumn: string;
  shareColumn: string;
  total: string;
  byZone: string;
  zoneColumn: string;
  boothsHeardColumn: string;
  byOrigin: string;
  originColumn: string;
  origins: Record<Origin, string>;
  byStar: string;
  starColumn: string;
  stars: Record<Star, string>;
  ocop: string;
  linesColumn: string;
  byClass: string;
  classColumn: string;
  byMethod: string;
  methodColumn: string;
  methods: Record<Method, string>;
  paymentsColumn: string;
  byGate: string;
  gateColumn: string;
  entriesColumn: string;
  exitsColumn: string;
  noGates: string;
  /** The counted figures above are the closing's own; these stand beside them. */
  calibrated(entries: string, error: string): string;
  notCalibrated: string;
  calibratedMethod: Record<CountMethod, string>;
  factor(of: {
    method: string;
    entries: string;
    factor: string;
    spread: string;
    counts: string;
  }): string;
  noFactor(of: { method: string; entries: string; counts: string }): string;

  since(revision: number): string;
  /** In the place of an amount that would be the money of a single booth. */
  withheld: string;
  sinceNote(documents: string, declared: string, money: string, entries: string): string;
  documentsColumn: string;
  differenceColumn: string;
  sinceNoBooths: string;

  byBooth: string;
  moneyHidden: string;
  moneyShown: string;
  rankColumn: string;
  boothColumn: string;
  exhibitorColumn: string;
  stateColumn: string;
  heard: string;
  silent: string;
  notAllocated: string;

  byShift: string;
  shiftsShown: string;
  shiftsHidden(shifts: string, money: string): string;
  cashierColumn: string;
  openedColumn: string;
  closedColumn: string;
  floatColumn: string;
  cashSalesColumn: string;
  cashMovedColumn: string;
  expectedColumn: string;
  countedColumn: string;
  cashDifferenceColumn: string;
  shiftOpen: string;

  byHour: string;
  /** What has an hour, and what has none. */
  byHourNote: string;
  nothingByHour: string;
  nothingSold: string;
  soldByHour: string;
  countedByHour: string;
  peakHour(span: string, amount: string): string;
  /** The day was closed before its closing hour. */
  hoursUntil(time: string): string;
  /** From an hour of the fair day to the next; 24 and more are after midnight. */
  hourSpan(hour: number): string;
  hourColumn: string;

  plan: string;
  planMoney: string;
  planRanks: string;
  planSpoken(booths: string): string;
  /** Beside zones whose declared part is withheld. */
  planMeasured: string;
  planStates: Record<'nothing' | 'silent' | 'notAllocated', string>;
  millions(amount: string): string;
  ranks(span: string): string;
  boothCount(count: number): string;

  /** Names of the workbook's sheets, at most 31 letters each. */
  sheets: Record<
    | 'overview'
    | 'zones'
    | 'origins'
    | 'stars'
    | 'classes'
    | 'methods'
    | 'hours'
    | 'booths'
    | 'shifts'
    | 'visits'
    | 'late'
    | 'coverage'
    | 'definitions',
    string
  >;
  fairName: string;
  venue: string;
  day: string;
  revisionLabel: string;
  stateLabel: string;
  closedAtLabel: string;
  closedByLabel: string;
  closedByItself: string;
  reasonLabel: string;
  vnd: string;
  figureColumn: string;
  valueColumn: string;
  meaningColumn: string;
  noteColumn: string;
  refundsLabel: string;
  voidsLabel: string;
  lateNone: string;
  setAsideLabel: string;

  coverage: string;
  coverageNote(heard: string, allocated: string): string;
  silentBooths: string;
  allHeard: string;
  unclosedRegisters: string;
  noneUnclosed: string;
  silentRegisters: string;
  registerColumn: string;
  setAside(count: string): string;

  definitions: string;
  definitionList: readonly (readonly [string, string])[];

  seal: string;
  headsNote(chains: string, signed: string): string;
  headsUncovered(documents: string): string;
  documentCount: string;
  documentsHash: string;
  closingHash: string;
  sealNote: string;
  /** What the QR code is, for readers aloud. */
  qrLabel: string;
  /** The same on another paper, whose code is that of what it says. */
  paperQrLabel: string;
  paperVerifyNote: (address: string | null) => string;
  /** Where a file or a code is looked up; null when no address is known. */
  verifyNote(address: string | null): string;
  preparedBy: string;
  onBehalf: string;
  signHere: string;
}

const vi: EndOfDayWords = {
  title: 'Báo cáo cuối ngày',
  weekdays: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  openHours: (opensAt, closesAt) => `mở cửa ${opensAt} – ${closesAt}`,
  closedDay: 'ngày không mở cửa',
  openingEvening: (opensAt, closesAt) => `tối khai mạc ${opensAt} – ${closesAt}`,
  outsideDays: 'Ngoài ngày hội chợ',
  revision: (revision) => `Bản ${revision}`,
  complete: 'Đã chốt mọi ca',
  provisional: 'Tạm thời',
  completeNote: 'Mọi máy có chứng từ trong ngày đều đã chốt ca.',
  provisionalNote: (unclosed) => `Còn ${unclosed} máy chưa chốt ca: số liệu còn thay đổi.`,
  asOf: (time, date, timeZone) => `Tính đến ${time} ngày ${date} (${timeZone})`,
  timeZone: (name) => (name === 'Asia/Ho_Chi_Minh' ? 'giờ Việt Nam' : `giờ ${name}`),
  closedBy: (name, reason) => `Người chốt: ${name ?? vi.closedByItself}. Lý do: ${reason}.`,
  reason: (reason) => reason,
  demo: 'DỮ LIỆU THỬ NGHIỆM',
  demoNote: 'Hội chợ này dùng để chạy thử: doanh thu và lượt khách dưới đây không có thật.',
  page: (page, pages) => `Trang ${page}/${pages}`,
  pick: (inVietnamese) => inVietnamese,

  measured: 'Doanh thu đo tại máy',
  measuredNote: 'đã trừ trả hàng và hủy đơn',
  declared: 'Doanh số khai báo',
  declaredNote: (booths) => `${booths} gian tự khai ngoài máy`,
  revenueIs: (total, measured, declared) =>
    `Doanh thu ${total}: ${measured} đo tại máy, ${declared} do gian tự khai.`,
  declaredWithin: (amount) => `Trong đó gian tự khai ${amount}.`,
  declaredOut:
    'Bảng này chỉ gồm phần đo tại máy: có khu hay xuất xứ chưa đủ 3 gian khai, chia ra sẽ lộ tiền của từng gian.',
  declaredColumn: 'Tự khai (₫)',
  measuredColumn: 'Đo tại máy (₫)',
  declaredFacts: 'Lần khai đã đóng băng',
  declaredHash: 'Mã băm của các lần khai (SHA-256)',
  revenue: 'Doanh thu',
  notCollected: 'Chưa thu thập',
  notCollectedNote: 'chưa mở ở bản này, không phải bằng 0',
  salesCount: 'Số giao dịch',
  salesCountNote: 'đơn bán',
  average: 'Giá trị trung bình',
  averageNote: 'mỗi đơn bán',
  refunds: 'Trả hàng và hủy đơn',
  refundsNote: (refunds, voids) => `${refunds} trả hàng · ${voids} hủy đơn`,
  entries: 'Lượt khách vào',
  entriesNote: (gates) => `đếm tại ${gates} cổng`,
  boothsHeard: 'Gian đã báo',
  registersHeard: 'Máy có chứng từ',
  registersUnclosed: 'Máy chưa chốt ca',

  revenueColumn: 'Doanh thu (₫)',
  salesColumn: 'Giao dịch',
  shareColumn: 'Tỷ trọng',
  total: 'Tổng cộng',
  byZone: 'Theo khu',
  zoneColumn: 'Khu',
  boothsHeardColumn: 'Gian đã báo',
  byOrigin: 'Theo xuất xứ đơn vị',
  originColumn: 'Xuất xứ',
  origins: { inProvince: 'Trong tỉnh', otherProvince: 'Ngoài tỉnh', foreign: 'Nước ngoài' },
  byStar: 'Theo hạng sao OCOP',
  starColumn: 'Hạng sao',
  stars: { '5': '5 sao', '4': '4 sao', '3': '3 sao', none: 'Không xếp hạng' },
  ocop: 'Cộng sản phẩm OCOP (3 đến 5 sao)',
  linesColumn: 'Dòng hàng',
  byClass: 'Theo nhóm sản phẩm',
  classColumn: 'Nhóm sản phẩm',
  byMethod: 'Theo hình thức thanh toán',
  methodColumn: 'Hình thức',
  methods: {
    cash: 'Tiền mặt',
    vietqr: 'Chuyển khoản VietQR',
    card: 'Thẻ',
    wallet: 'Ví điện tử',
    other: 'Khác',
  },
  paymentsColumn: 'Lần thanh toán',
  byGate: 'Lượt khách theo cổng',
  gateColumn: 'Cổng',
  entriesColumn: 'Lượt vào',
  exitsColumn: 'Lượt ra',
  noGates: 'Hội chợ chưa khai báo cổng nào nên không có số lượt khách.',
  calibrated: (entries, error) =>
    `Hiệu chỉnh theo đếm tay đối chiếu: ${entries} lượt vào, sai số ± ${error}. Số đếm ở bảng trên giữ nguyên và là số của bản chốt.`,
  notCalibrated:
    'Đã có đếm tay đối chiếu, chưa đủ để hiệu chỉnh: mỗi cách đếm cần ít nhất 3 lần đếm tay 15 phút.',
  calibratedMethod: { clicker: 'Bấm trên điện thoại', sensor: 'Máy đếm khách' },
  factor: ({ method, entries, factor, spread, counts }) =>
    `${method}: ${entries} lượt vào × ${factor} (± ${spread}), theo ${counts} lần đếm tay`,
  noFactor: ({ method, entries, counts }) =>
    `${method}: ${entries} lượt vào, chưa có hệ số (${counts} lần đếm tay)`,

  since: (revision) => `Khác với bản ${revision}`,
  withheld: 'không ghi số tiền (của một gian duy nhất)',
  sinceNote: (documents, declared, money, entries) =>
    `Thêm ${documents} chứng từ đến muộn, ${declared} lần khai, doanh thu thay đổi ${money}, lượt vào thay đổi ${entries}. Bản trước giữ nguyên, không sửa.`,
  documentsColumn: 'Chứng từ',
  differenceColumn: 'Thay đổi (₫)',
  sinceNoBooths: 'Không gian nào có chứng từ hay lần khai mới; chỉ số lượt khách thay đổi.',

  byBooth: 'Theo gian hàng',
  moneyHidden:
    'Theo cài đặt của hội chợ, chỉ ban tổ chức được xem tiền của từng gian: bảng này chỉ ghi hạng theo doanh thu, không ghi số tiền.',
  moneyShown: 'Theo cài đặt của hội chợ, tiền của từng gian được ghi trong báo cáo này.',
  rankColumn: 'Hạng',
  boothColumn: 'Gian',
  exhibitorColumn: 'Đơn vị',
  stateColumn: 'Tình trạng',
  heard: 'Đã báo',
  silent: 'Chưa báo',
  notAllocated: 'Chưa giao',

  byShift: 'Ca bán và tiền mặt',
  shiftsShown:
    'Tiền phải có bằng tiền đầu ca, cộng tiền mặt bán được sau khi trừ trả hàng, cộng tiền nộp vào, trừ tiền rút ra. Chênh lệch là tiền đếm được trừ tiền phải có.',
  shiftsHidden: (shifts, money) =>
    `${shifts} ca đã chốt trong ngày, tổng chênh lệch tiền mặt ${money}. Theo cài đặt của hội chợ, tiền của từng ca không ghi ở đây.`,
  cashierColumn: 'Người bán',
  openedColumn: 'Mở ca',
  closedColumn: 'Chốt ca',
  floatColumn: 'Đầu ca',
  cashSalesColumn: 'Bán tiền mặt',
  cashMovedColumn: 'Nộp, rút',
  expectedColumn: 'Phải có',
  countedColumn: 'Đếm được',
  cashDifferenceColumn: 'Chênh lệch',
  shiftOpen: 'chưa chốt',

  byHour: 'Diễn biến trong ngày',
  byHourNote:
    'Theo giờ hội chợ ghi trên chứng từ và số đếm; trả hàng và hủy đơn trừ vào giờ của chính nó. Doanh số khai báo không có giờ nên không nằm ở đây.',
  nothingByHour: 'Trong ngày chưa có đơn bán tại máy và chưa có lượt khách nào được đếm.',
  nothingSold: 'chưa có đơn bán tại máy',
  soldByHour: 'Doanh thu đo tại máy theo giờ (triệu ₫)',
  countedByHour: 'Lượt khách vào theo giờ',
  peakHour: (span, amount) => `cao nhất ${span}: ${amount}`,
  hoursUntil: (time) => `Bản này chốt lúc ${time}, trước giờ đóng cửa: giờ cuối chưa trọn.`,
  hourSpan: (hour) => `${hour % 24}–${(hour % 24) + 1} giờ`,
  hourColumn: 'Giờ',

  plan: 'Sơ đồ hội chợ theo doanh thu',
  planMoney:
    'Màu càng đậm doanh thu càng cao; sáu nhóm có số gian gần bằng nhau. Dưới mã gian là doanh thu cả ngày, triệu đồng, gồm đo tại máy và tự khai.',
  planRanks:
    'Màu càng đậm doanh thu càng cao; sáu nhóm có số gian gần bằng nhau. Dưới mã gian là số của nhóm. Theo cài đặt của hội chợ, sơ đồ không ghi tiền của từng gian.',
  planSpoken: (booths) => `Sơ đồ hội chợ, ${booths} gian, tô theo doanh thu trong ngày.`,
  planMeasured:
    'Tiền của khu chỉ gồm phần đo tại máy: chia cả phần tự khai ra sẽ lộ tiền của từng gian.',
  planStates: {
    nothing: 'Đã báo, không có doanh thu',
    silent: 'Chưa báo',
    notAllocated: 'Chưa giao',
  },
  millions: (amount) => `${amount} triệu ₫`,
  ranks: (span) => `Hạng ${span}`,
  boothCount: (count) => `${count} gian`,

  sheets: {
    overview: 'Tổng quan',
    zones: 'Theo khu',
    origins: 'Theo xuất xứ',
    stars: 'Theo hạng sao',
    classes: 'Theo nhóm sản phẩm',
    methods: 'Theo thanh toán',
    hours: 'Theo giờ',
    booths: 'Theo gian',
    shifts: 'Ca và tiền mặt',
    visits: 'Lượt khách',
    late: 'Đến muộn, để riêng',
    coverage: 'Độ phủ',
    definitions: 'Định nghĩa',
  },
  fairName: 'Hội chợ',
  venue: 'Địa điểm',
  day: 'Ngày',
  revisionLabel: 'Bản',
  stateLabel: 'Tình trạng',
  closedAtLabel: 'Tính đến',
  closedByLabel: 'Người chốt',
  closedByItself: 'hệ thống tự chốt',
  reasonLabel: 'Lý do',
  vnd: '₫',
  figureColumn: 'Chỉ số',
  valueColumn: 'Giá trị',
  meaningColumn: 'Nghĩa là',
  noteColumn: 'Ghi chú',
  refundsLabel: 'Trả hàng',
  voidsLabel: 'Hủy đơn',
  lateNone: 'Bản này không có chứng từ đến muộn.',
  setAsideLabel: 'Chứng từ để riêng (cả hội chợ)',

  coverage: 'Độ phủ',
  coverageNote: (heard, allocated) =>
    `${heard} trên ${allocated} gian đã giao có ít nhất một chứng từ hay lần khai trong ngày. Gian chưa báo không được tính là bằng 0: chỉ là chưa biết.`,
  silentBooths: 'Gian chưa báo',
  allHeard: 'Mọi gian đã giao đều đã báo.',
  unclosedRegisters: 'Máy chưa chốt ca',
  noneUnclosed: 'Mọi máy có chứng từ trong ngày đều đã chốt ca.',
  silentRegisters: 'Máy không có chứng từ trong ngày',
  registerColumn: 'Máy',
  setAside: (count) =>
    `Cả hội chợ còn ${count} chứng từ để riêng, chưa được ghi sổ và không nằm trong các số trên.`,

  definitions: 'Các số này nghĩa là gì',
  definitionList: [
    [
      'Doanh thu đo tại máy',
      'tổng các đơn bán, trừ trả hàng và hủy đơn, mà máy bán hàng đã gửi về và đã ghi sổ cho ngày này. Giá đã gồm thuế GTGT.',
    ],
    [
      'Doanh số khai báo',
      'tiền bán ngoài máy (gian không có máy: cả ngày) do gian tự khai, hoặc nhân viên khu hay trưởng đoàn khai thay. Lần khai sau cùng được tính, các lần trước vẫn giữ; số lạ được hỏi lại. Không trộn với số đo tại máy: phần này không có phút, sản phẩm, hạng sao hay cách trả tiền.',
    ],
    ['Số giao dịch', 'số đơn bán, kể cả đơn sau đó bị trả hàng hay hủy.'],
    ['Giá trị trung bình', 'tiền của các đơn bán chia cho số đơn bán, chưa trừ trả hàng và hủy.'],
    [
      'Giờ trong ngày',
      'giờ ghi trên chứng từ và số đếm, theo giờ hội chợ. Giờ bán là giờ của máy bán hàng đã chỉnh theo máy chủ.',
    ],
    [
      'Nhóm màu trên sơ đồ',
      'các gian có đơn bán hay lần khai, xếp theo doanh thu và chia sáu nhóm có số gian gần bằng nhau; gian có doanh thu bằng nhau ở cùng một nhóm.',
    ],
    [
      'Lượt khách vào',
      'số lần vào được đếm tại các cổng. Một người vào hai lần là hai lượt; đây không phải số người.',
    ],
    [
      'Ngày của chứng từ',
      'ngày bán theo giờ hội chợ. Chứng từ đến muộn vẫn thuộc về ngày đã bán và làm ra bản sau.',
    ],
    [
      'Gian đã báo',
      'gian đã giao trong ngày và có ít nhất một chứng từ hay một lần khai, kể cả khi doanh thu bằng 0.',
    ],
    [
      'Đã chốt mọi ca, tạm thời',
      'đã chốt mọi ca khi chứng từ ca cuối cùng của mỗi máy đã bán trong ngày là chốt ca; ngược lại là tạm thời. Gian chưa báo được nêu riêng ở phần độ phủ.',
    ],
    [
      'Hạng sao, nhóm sản phẩm',
      'theo dòng hàng tại thời điểm bán. Hàng bán không gắn với sản phẩm nằm ở “Không xếp hạng” và “Chưa phân loại”, nên các phần luôn cộng lại bằng tổng.',
    ],
  ],

  seal: 'Dấu xác thực',
  headsNote: (chains, signed) =>
    `Khi chốt có ${chains} chuỗi chứng từ của các máy; ${signed} chuỗi có đầu chuỗi đã ký bằng khóa của chính máy đó.`,
  headsUncovered: (documents) =>
    `${documents} chứng từ nằm sau chữ ký cuối cùng của máy, chưa được chữ ký nào bao phủ.`,
  documentCount: 'Số chứng từ đã chốt',
  documentsHash: 'Mã băm chứng từ (SHA-256)',
  closingHash: 'Mã băm bản chốt (SHA-256)',
  sealNote:
    'Mã băm bản chốt tính từ mọi con số, danh sách đầu chuỗi, mã băm chứng từ và mã băm các lần khai của bản này. Sửa bất kỳ số nào thì mã này đổi; hãy giữ một bản in ngoài hệ thống.',
  qrLabel: 'Mã QR của mã băm bản chốt',
  paperQrLabel: 'Mã QR của mã băm nội dung',
  paperVerifyNote: (address) =>
    `Quét mã QR, hoặc thả tệp này vào trang ${address ?? '/verify của máy chủ hội chợ'}, để biết tài liệu này có thật không, và có bản mới hơn không.`,
  verifyNote: (address) =>
    `Quét mã QR, hoặc thả tệp này vào trang ${address ?? '/verify của máy chủ hội chợ'}, để biết bản này có thật không, ai đã ký, và có bản mới hơn không. Chữ ký điện tử được ký sau khi lập tệp nên không nằm trong tệp.`,
  preparedBy: 'Người chốt ngày',
  onBehalf: 'Đại diện ban tổ chức',
  signHere: '(ký, ghi rõ họ tên)',
};

const reasonsInEnglish: Readonly<Record<string, string>> = {
  [REASON_FIRST]: 'none given',
  [REASON_LATE]: 'a till reported late',
  [REASON_HOURS_OVER]: 'closing hour reached',
};

const clockHour = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`;

const en: EndOfDayWords = {
  title: 'End-of-day report',
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  openHours: (opensAt, closesAt) => `open ${opensAt} – ${closesAt}`,
  closedDay: 'not an open day',
  openingEvening: (opensAt, closesAt) => `opening evening ${opensAt} – ${closesAt}`,
  outsideDays: "Outside the fair's days",
  revision: (revision) => `Revision ${revision}`,
  complete: 'Every shift closed',
  provisional: 'Provisional',
  completeNote: 'Every till with documents on this day has closed its shift.',
  provisionalNote: (unclosed) =>
    `Tills that have not closed their shift: ${unclosed}. The figures may still change.`,
  asOf: (time, date, timeZone) => `As of ${time} on ${date} (${timeZone})`,
  timeZone: (name) => (name === 'Asia/Ho_Chi_Minh' ? 'Vietnam time' : `${name} time`),
  closedBy: (name, reason) => `Closed by: ${name ?? en.closedByItself}. Reason: ${reason}.`,
  reason: (reason) => reasonsInEnglish[reason] ?? reason,
  demo: 'DEMO DATA',
  demoNote: 'This fair is a trial run: the revenue and visits below are not real.',
  page: (page, pages) => `Page ${page}/${pages}`,
  pick: (_inVietnamese, inEnglish) => inEnglish,

  measured: 'Revenue measured at tills',
  measuredNote: 'refunds and voids taken off',
  declared: 'Declared sales',
  declaredNote: (booths) => `${booths} booths, outside their tills`,
  revenueIs: (total, measured, declared) =>
    `Revenue ${total}: ${measured} measured, ${declared} declared by booths.`,
  declaredWithin: (amount) => `Of which booths declared ${amount}.`,
  declaredOut:
    'This table holds the measured part alone: some zone or origin has fewer than 3 declaring booths, and its part would tell the money of one.',
  declaredColumn: 'Declared (₫)',
  measuredColumn: 'Measured (₫)',
  declaredFacts: 'Declarations frozen',
  declaredHash: 'Hash of the declarations (SHA-256)',
  revenue: 'Revenue',
  notCollected: 'Not collected',
  notCollectedNote: 'not open in this edition, not zero',
  salesCount: 'Sales',
  salesCountNote: 'sales',
  average: 'Average sale',
  averageNote: 'per sale',
  refunds: 'Refunds and voids',
  refundsNote: (refunds, voids) => `refunds ${refunds} · voids ${voids}`,
  entries: 'Visits in',
  entriesNote: (gates) => `counted at ${gates} ${gates === 1 ? 'gate' : 'gates'}`,
  boothsHeard: 'Booths heard from',
  registersHeard: 'Tills with documents',
  registersUnclosed: 'Tills with an open shift',

  revenueColumn: 'Revenue (₫)',
  salesColumn: 'Sales',
  shareColumn: 'Share',
  total: 'Total',
  byZone: 'By zone',
  zoneColumn: 'Zone',
  boothsHeardColumn: 'Booths heard from',
  byOrigin: 'By origin of the exhibitor',
  originColumn: 'Origin',
  origins: { inProvince: 'In-province', otherProvince: 'Other provinces', foreign: 'Foreign' },
  byStar: 'By OCOP star rank',
  starColumn: 'Star rank',
  stars: { '5': '5 stars', '4': '4 stars', '3': '3 stars', none: 'Not ranked' },
  ocop: 'OCOP products together (3 to 5 stars)',
  linesColumn: 'Lines',
  byClass: 'By product class',
  classColumn: 'Product class',
  byMethod: 'By payment method',
  methodColumn: 'Method',
  methods: {
    cash: 'Cash',
    vietqr: 'VietQR bank transfer',
    card: 'Card',
    wallet: 'E-wallet',
    other: 'Other',
  },
  paymentsColumn: 'Payments',
  byGate: 'Visits by gate',
  gateColumn: 'Gate',
  entriesColumn: 'In',
  exitsColumn: 'Out',
  noGates: 'The fair has no gates, so there are no visits to show.',
  calibrated: (entries, error) =>
    `Calibrated by hand counts: ${entries} visits in, stated error ± ${error}. The counted figures above stand, and are those of the closing.`,
  notCalibrated:
    'There are hand counts, and too few to calibrate: each method needs at least 3 of 15 minutes.',
  calibratedMethod: { clicker: 'Taps on a phone', sensor: 'People counter' },
  factor: ({ method, entries, factor, spread, counts }) =>
    `${method}: ${entries} visits in × ${factor} (± ${spread}), by ${counts} hand counts`,
  noFactor: ({ method, entries, counts }) =>
    `${method}: ${entries} visits in, no factor yet (${counts} hand counts)`,

  since: (revision) => `Difference to revision ${revision}`,
  withheld: 'not shown (it is of a single booth)',
  sinceNote: (documents, declared, money, entries) =>
    `Late documents added: ${documents}; declarations: ${declared}; change of revenue: ${money}; change of visits in: ${entries}. The revision before stays as it was.`,
  documentsColumn: 'Documents',
  differenceColumn: 'Change (₫)',
  sinceNoBooths: 'No booth has new documents or declarations; only the visits changed.',

  byBooth: 'By booth',
  moneyHidden:
    'By the setting of this fair only the organizers see the money of a single booth: this table shows ranks by revenue, and no amounts.',
  moneyShown: 'By the setting of this fair the money of each booth is shown in this report.',
  rankColumn: 'Rank',
  boothColumn: 'Booth',
  exhibitorColumn: 'Exhibitor',
  stateColumn: 'State',
  heard: 'Heard from',
  silent: 'Not heard from',
  notAllocated: 'Not assigned',

  byShift: 'Shifts and cash',
  shiftsShown:
    'Expected is the float, plus cash taken less cash given back, plus cash put in, less cash taken out. The difference is what was counted less what was expected.',
  shiftsHidden: (shifts, money) =>
    `Shifts closed on this day: ${shifts}; cash differences together: ${money}. By the setting of this fair the money of single shifts is not shown here.`,
  cashierColumn: 'Cashier',
  openedColumn: 'Opened',
  closedColumn: 'Closed',
  floatColumn: 'Float',
  cashSalesColumn: 'Cash sales',
  cashMovedColumn: 'In, out',
  expectedColumn: 'Expected',
  countedColumn: 'Counted',
  cashDifferenceColumn: 'Difference',
  shiftOpen: 'open',

  byHour: 'Through the day',
  byHourNote:
    'By fair time as documents and counts have it; refunds and voids are taken off their own hour. Declared sales have no hour and are not in here.',
  nothingByHour: 'Nothing was sold at a till and no visit was counted on this day.',
  nothingSold: 'no sale at a till',
  soldByHour: 'Revenue measured at tills, by hour (million ₫)',
  countedByHour: 'Visits in, by hour',
  peakHour: (span, amount) => `highest ${span}: ${amount}`,
  hoursUntil: (time) =>
    `This revision was closed at ${time}, before the closing hour: its last hour is not whole.`,
  hourSpan: (hour) => `${clockHour(hour)}–${clockHour(hour + 1)}`,
  hourColumn: 'Hour',

  plan: 'The fair by revenue',
  planMoney:
    'Darker is more revenue; six classes of about as many booths each. Under the code of a booth stands its revenue of the day in million ₫, measured and declared.',
  planRanks:
    'Darker is more revenue; six classes of about as many booths each. Under the code of a booth stands the number of its class. By the setting of this fair the plan shows no money of a single booth.',
  planSpoken: (booths) => `Plan of the fair, ${booths} booths, coloured by the day's revenue.`,
  planMeasured:
    'Amounts of zones hold the measured part alone: the declared part would tell the money of one booth.',
  planStates: {
    nothing: 'Heard from, no revenue',
    silent: 'Not heard from',
    notAllocated: 'Not assigned',
  },
  millions: (amount) => `${amount} m ₫`,
  ranks: (span) => `Rank ${span}`,
  boothCount: (count) => (count === 1 ? '1 booth' : `${count} booths`),

  sheets: {
    overview: 'Overview',
    zones: 'By zone',
    origins: 'By origin',
    stars: 'By star rank',
    classes: 'By product class',
    methods: 'By payment method',
    hours: 'By hour',
    booths: 'By booth',
    shifts: 'Shifts and cash',
    visits: 'Visits',
    late: 'Late and set aside',
    coverage: 'Coverage',
    definitions: 'Definitions',
  },
  fairName: 'Fair',
  venue: 'Venue',
  day: 'Day',
  revisionLabel: 'Revision',
  stateLabel: 'State',
  closedAtLabel: 'As of',
  closedByLabel: 'Closed by',
  closedByItself: 'the system, by itself',
  reasonLabel: 'Reason',
  vnd: '₫',
  figureColumn: 'Figure',
  valueColumn: 'Value',
  meaningColumn: 'Meaning',
  noteColumn: 'Note',
  refundsLabel: 'Refunds',
  voidsLabel: 'Voids',
  lateNone: 'This revision has no late documents.',
  setAsideLabel: 'Documents set aside (whole fair)',

  coverage: 'Coverage',
  coverageNote: (heard, allocated) =>
    `${heard} of ${allocated} assigned booths have at least one document or declaration of this day. A booth not heard from does not count as 0: it is not known.`,
  silentBooths: 'Booths not heard from',
  allHeard: 'Every assigned booth was heard from.',
  unclosedRegisters: 'Tills with an open shift',
  noneUnclosed: 'Every till with documents on this day has closed its shift.',
  silentRegisters: 'Tills without documents on this day',
  registerColumn: 'Till',
  setAside: (count) =>
    `Documents of the whole fair that are set aside, not booked, and not in the figures above: ${count}.`,

  definitions: 'What these figures mean',
  definitionList: [
    [
      'Revenue measured at tills',
      'the sum of the sales documents of this day, less refunds and voids, that tills have sent and that were booked. Prices include VAT.',
    ],
    [
      'Declared sales',
      'sales outside the till (of a booth without a till: of the whole day), as the booth says it, or zone staff or the lead of a delegation for it. The latest word counts, those before are kept; an unusual amount is asked twice. Never mixed with what tills measured: it has no minute, product, star rank or method.',
    ],
    ['Sales', 'the number of sales, those refunded or voided later included.'],
    [
      'Average sale',
      'the money of the sales by their number, before refunds and voids are taken off.',
    ],
    [
      'Hour of the day',
      "the hour that documents and counts have, in fair time. That of a sale is the till's, corrected by the server's clock.",
    ],
    [
      'Classes on the plan',
      'booths with a sale or a declaration by revenue, in six classes of about as many booths each; booths of equal revenue are in one class.',
    ],
    [
      'Visits in',
      'entries counted at the gates. A person who enters twice is two visits; this is not a number of people.',
    ],
    [
      'Day of a document',
      'the day it was sold, in fair time. A document that comes late belongs to the day of its sale and makes a later revision.',
    ],
    [
      'Heard from',
      'a booth that was assigned on this day and has at least one document or declaration, with revenue 0 too.',
    ],
    [
      'Every shift closed, provisional',
      'every shift closed when the last shift document of every till that sold on this day closes the shift; provisional otherwise. Booths not heard from are named apart, under coverage.',
    ],
    [
      'Star rank, product class',
      'by line, as of the sale. What was sold without a product stands under “Not ranked” and “Not classified”, so the parts always sum to the total.',
    ],
  ],

  seal: 'Seal',
  headsNote: (chains, signed) =>
    `Chains of documents when the day was closed: ${chains}; with a head signed by the till's own key: ${signed}.`,
  headsUncovered: (documents) =>
    `Documents after a till's last signature, which no signature covers: ${documents}.`,
  documentCount: 'Documents frozen',
  documentsHash: 'Hash of the documents (SHA-256)',
  closingHash: 'Hash of the closing (SHA-256)',
  sealNote:
    'The hash of the closing is made of every figure, the list of heads and the hashes of the documents and declarations. Change any figure and it changes; keep a printed copy outside the system.',
  qrLabel: "QR code of the closing's hash",
  paperQrLabel: 'QR code of the hash of what it says',
  paperVerifyNote: (address) =>
    `Scan the QR code, or drop this file at ${address ?? "/verify on the fair's server"}, to see whether this document is genuine, and whether a newer one exists.`,
  verifyNote: (address) =>
    `Scan the QR code, or drop this file at ${address ?? "/verify on the fair's server"}, to see whether this revision is genuine, who signed it, and whether a newer one exists. Signatures are given after the file is made, so they are not in it.`,
  preparedBy: 'Closed by',
  onBehalf: 'For the organizers',
  signHere: '(signature and full name)',
};

export const endOfDayWords: Record<ReportLanguage, EndOfDayWords> = { vi, en };
