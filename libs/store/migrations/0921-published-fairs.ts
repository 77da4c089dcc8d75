import { newId } from '@phien/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Figure {
  kind: 'revenue_vnd' | 'visits' | 'booths' | 'days' | 'exhibitors' | 'provinces';
  value: number;
  exactness?: 'stated' | 'about' | 'over' | 'nearly' | 'derived';
  part?: 'in_province' | 'other_province' | 'foreign' | 'ocop';
  other?: readonly [vi: string, en: string];
  /** A district unit of Quảng Ninh. */
  district?: string;
  country?: string;
  firstDays?: number;
  note?: readonly [vi: string, en: string];
}

interface Source {
  publisher: string;
  address?: string;
  title?: string;
  publishedOn?: string;
  figures: readonly Figure[];
}

interface PublishedFair {
  code: string;
  nameVi: string;
  nameEn: string;
  scope?: 'regional' | 'out_of_province';
  firstDay?: string;
  lastDay?: string;
  venue?: string;
  isPlanned?: boolean;
  note?: readonly [vi: string, en: string];
  sources: readonly Source[];
}

const PALACE = 'Cung Quy hoạch, Hội chợ và Triển lãm tỉnh Quảng Ninh, đường Trần Quốc Nghiễn';

const booths = (value: number, more: Partial<Figure> = {}): Figure => ({
  kind: 'booths',
  value,
  ...more,
});
const days = (value: number, more: Partial<Figure> = {}): Figure => ({
  kind: 'days',
  value,
  ...more,
});
const visits = (value: number, more: Partial<Figure> = {}): Figure => ({
  kind: 'visits',
  value,
  ...more,
});
const revenue = (value: number, more: Partial<Figure> = {}): Figure => ({
  kind: 'revenue_vnd',
  value,
  ...more,
});
const exhibitors = (value: number, more: Partial<Figure> = {}): Figure => ({
  kind: 'exhibitors',
  value,
  ...more,
});
const provinces = (value: number): Figure => ({ kind: 'provinces', value });

/**
 * Nineteen fairs of 2015 to 2026 as the press and the province published them. Addresses are shortened
 * where … stands. Where several articles are on record and not which of them said it, they are one
 * source. Sums, and values that follow from a published growth, are `derived` and say from what.
 */
const FAIRS: readonly PublishedFair[] = [
  {
    code: 'ocop-qn-2015-spring-summer',
    nameVi: 'Hội chợ OCOP Quảng Ninh 2015',
    nameEn: 'OCOP Quang Ninh Fair 2015',
    lastDay: '2015-05-02',
    sources: [
      {
        publisher: 'fr.vietnamplus.vn',
        address: 'fr.vietnamplus.vn/…/62537.vnp',
        figures: [booths(200, { exactness: 'over' }), exhibitors(100, { exactness: 'over' })],
      },
    ],
  },
  {
    code: 'ocop-qn-2017-spring',
    nameVi: 'Hội chợ OCOP Quảng Ninh 2017 (lần thứ 4, Xuân Đinh Dậu)',
    nameEn: 'OCOP Quang Ninh Fair 2017 (4th, spring)',
    firstDay: '2017-01-18',
    lastDay: '2017-01-24',
    venue: PALACE,
    note: [
      'Hai phần 94 + 50 = 144, tổng công bố 150 gian tiêu chuẩn.',
      'The parts are 94 + 50 = 144; the published total is 150 standard booths.',
    ],
    sources: [
      {
        publisher: 'dangcongsan.vn · vovworld.vn · danviet.vn',
        address:
          'dangcongsan.vn/…-424373.html (2017-01-20) · vovworld.vn/…-505869.vov · danviet.vn/…-7777739980.htm (2017-01-19)',
        figures: [
          booths(150, {
            note: ['Hai trong ba nguồn ghi như nhau.', 'Two of the three sources agree.'],
          }),
          booths(144, { exactness: 'derived', note: ['94 + 50', '94 + 50'] }),
          booths(94, { part: 'in_province' }),
          booths(50, { part: 'other_province' }),
          exhibitors(74, { part: 'in_province' }),
          provinces(21),
          days(7),
        ],
      },
    ],
  },
  {
    code: 'ocop-qn-2017-summer',
    nameVi: 'Hội chợ OCOP Quảng Ninh 2017 (lần thứ 5)',
    nameEn: 'OCOP Quang Ninh Fair 2017 (5th)',
    firstDay: '2017-09-01',
    venue: PALACE,
    note: [
      'Doanh thu không được công bố. Kỳ sau in "tăng 140%" so với kỳ này mà không nói rõ là thêm 140% hay bằng 140%.',
      'Revenue was not published. The next fair printed "+140%" against this one without saying whether 140% more or 140% of it.',
    ],
    sources: [
      {
        publisher: 'danviet.vn',
        address: 'danviet.vn/…-7777801526.htm',
        publishedOn: '2017-09-02',
        figures: [booths(224)],
      },
      {
        publisher: 'quangninhnews.vn',
        address: 'quangninhnews.vn/economy/201709/…-2569278/',
        figures: [booths(224)],
      },
      {
        publisher: 'langngheviet.com.vn',
        address: 'langngheviet.com.vn/…-18823.html',
        figures: [
          revenue(3_982_333_333, {
            exactness: 'derived',
            note: [
              'Nếu "tăng 140%" là thêm 140%: 9.557.600.000 ÷ 2,4.',
              'If "+140%" means 140% more: 9,557,600,000 ÷ 2.4.',
            ],
          }),
          revenue(6_826_857_143, {
            exactness: 'derived',
            note: [
              'Nếu "tăng 140%" là bằng 140%: 9.557.600.000 ÷ 1,4.',
              'If "+140%" means 140% of it: 9,557,600,000 ÷ 1.4.',
            ],
          }),
        ],
      },
    ],
  },
  {
    code: 'ocop-qn-2018-spring',
    nameVi: 'Hội chợ OCOP Quảng Ninh - Xuân 2018 (lần VI)',
    nameEn: 'OCOP Quang Ninh Fair - Spring 2018 (6th)',
    firstDay: '2018-02-07',
    lastDay: '2018-02-12',
    venue: PALACE,
    note: [
      'Các phần cộng lại 207, tổng công bố 197. Bài báo ghi 5 ngày, ngày 7 đến 12/2 là 6 ngày lịch (tối khai mạc và 5 ngày). Bài báo ghi "tăng 140% so với Hội chợ OCOP Quảng Ninh hè 2017".',
      'The parts sum to 207, the published total is 197. The article says 5 days; 7 to 12 February are 6 calendar days (an opening evening and 5 days). It prints "+140% against the summer fair of 2017".',
    ],
    sources: [
      {
        publisher: 'langngheviet.com.vn',
        address: 'langngheviet.com.vn/…-18823.html',
        figures: [booths(197), visits(49_000), revenue(9_557_600_000)],
      },
      {
        publisher: 'thuonghieuquangninh.gov.vn',
        address: 'thuonghieuquangninh.gov.vn/hoi-cho-ocop-quang-ninh-dua-nong-san-….html',
        figures: [booths(197)],
      },
      {
        publisher: 'langngheviet.com.vn · thuonghieuquangninh.gov.vn',
        address:
          'langngheviet.com.vn/…-18823.html · thuonghieuquangninh.gov.vn/hoi-cho-ocop-quang-ninh-dua-nong-san-….html',
        figures: [
          booths(207, { exactness: 'derived', note: ['110 + 60 + 12 + 25', '110 + 60 + 12 + 25'] }),
          booths(110, { part: 'in_province' }),
          booths(60, { part: 'other_province' }),
          booths(12, { other: ['đối tác của chương trình', 'partners of the programme'] }),
          booths(25, { part: 'foreign' }),
          provinces(25),
          days(5),
          days(6, { exactness: 'derived', note: ['Từ ngày 7 đến 12/2.', '7 to 12 February.'] }),
        ],
      },
    ],
  },
  {
    code: 'ocop-north-2018',
    nameVi: 'Hội chợ OCOP khu vực phía Bắc - Quảng Ninh 2018',
    nameEn: 'OCOP Fair of the Northern Region - Quang Ninh 2018',
    scope: 'regional',
    firstDay: '2018-04-27',
    lastDay: '2018-05-03',
    venue: PALACE,
    note: [
      'Ngày cuối tính từ 7 ngày đã công bố.',
      'The last day follows from the 7 days that were published.',
    ],
    sources: [
      {
        publisher: 'langngheviet.com.vn',
        address: 'langngheviet.com.vn/…-18823.html',
        figures: [visits(108_000), revenue(15_594_950_000), days(7)],
      },
      {
        publisher: 'langngheviet.com.vn · bnews.vn · en.vietnamplus.vn',
        address:
          'langngheviet.com.vn/…-18823.html · bnews.vn/…/83071.html (2018-04-27) · en.vietnamplus.vn/…/130234.vnp',
        figures: [
          booths(460, {
            note: ['Hai trong ba nguồn ghi như nhau.', 'Two of the three sources agree.'],
          }),
          booths(32, { part: 'foreign' }),
        ],
      },
    ],
  },
  {
    code: 'ocop-qn-hanoi-2019-spring',
    nameVi: 'Hội chợ OCOP Quảng Ninh - Xuân 2019 tại Hà Nội',
    nameEn: 'OCOP Quang Ninh Fair - Spring 2019 in Hanoi',
    scope: 'out_of_province',
    firstDay: '2019-01-11',
    sources: [
      {
        publisher: 'baotintuc.vn',
        address: 'baotintuc.vn/…-20190112001845376.htm',
        figures: [booths(63)],
      },
    ],
  },
  {
    code: 'ocop-qn-2019-spring',
    nameVi: 'Hội chợ OCOP Quảng Ninh - Xuân 2019',
    nameEn: 'OCOP Quang Ninh Fair - Spring 2019',
    firstDay: '2019-01-25',
    lastDay: '2019-01-30',
    venue: PALACE,
    note: [
      'Doanh thu chỉ biết của các gian trong tỉnh ("gần 6,5 tỷ").',
      'Revenue is known for the booths of the province alone ("nearly 6.5 billion").',
    ],
    sources: [
      {
        publisher: 'thegioithao.com · vietexplorer.com',
        address:
          'thegioithao.com (2019-01-27, Thanh Niên) · vietexplorer.com/lifestyle/quang-ninh-affirms-brand-of-ocop-products/',
        figures: [
          booths(200),
          booths(56, {
            other: [
              '32 tỉnh, thành khác và nước ngoài',
              '32 other provinces and foreign countries',
            ],
          }),
          provinces(32),
          visits(45_600),
          revenue(6_500_000_000, { part: 'in_province', exactness: 'nearly' }),
          days(6),
        ],
      },
    ],
  },
  {
    code: 'ocop-qn-2019-summer',
    nameVi: 'Hội chợ OCOP Quảng Ninh - Hè 2019',
    nameEn: 'OCOP Quang Ninh Fair - Summer 2019',
    firstDay: '2019-04-26',
    lastDay: '2019-05-01',
    venue: PALACE,
    note: [
      'Báo chí giữa năm 2019: trên 98.000 lượt khách và trên 15 tỷ đồng. Trang thương hiệu của tỉnh và một bài năm 2020: gần 110.000 lượt khách trong 5 ngày 26 đến 30/4, và 10,2 tỷ đồng sau 6 ngày, trong đó OCOP trên 7 tỷ.',
      "The press of mid-2019: over 98,000 visits and over 15 billion VND. The province's brand site and an article of 2020: nearly 110,000 visits in the 5 days of 26 to 30 April, and 10.2 billion VND after 6 days, of which OCOP over 7 billion.",
    ],
    sources: [
      {
        publisher: 'Báo chí giữa năm 2019',
        title:
          'Bài báo về các sản phẩm OCOP chủ lực của Quảng Ninh, giữa năm 2019 (không rõ đường dẫn)',
        figures: [
          booths(250, { exactness: 'over' }),
          exhibitors(300, { exactness: 'over' }),
          visits(98_000, { exactness: 'over' }),
          revenue(15_000_000_000, { exactness: 'over' }),
        ],
      },
      {
        publisher: 'thuonghieuquangninh.gov.vn',
        address: 'thuonghieuquangninh.gov.vn/suc-hut-tu-hoi-cho-ocop-he-2019.html',
        figures: [
          visits(110_000, { exactness: 'nearly', firstDays: 5 }),
          revenue(10_200_000_000),
          revenue(7_000_000_000, { part: 'ocop', exactness: 'over' }),
        ],
      },
      {
        publisher: 'en.vietstock.vn',
        address: 'en.vietstock.vn/2020/05/…-974-398702.htm',
        figures: [
          visits(110_000, { exactness: 'nearly', firstDays: 5 }),
          revenue(10_200_000_000),
          revenue(7_000_000_000, { part: 'ocop', exactness: 'over' }),
        ],
      },
      {
        publisher: 'Báo chí giữa năm 2019 · thuonghieuquangninh.gov.vn · en.vietstock.vn',
        address:
          'thuonghieuquangninh.gov.vn/suc-hut-tu-hoi-cho-ocop-he-2019.html · en.vietstock.vn/2020/05/…-974-398702.htm',
        figures: [
          booths(110, { part: 'in_province' }),
          booths(123, { part: 'other_province' }),
          booths(17, { other: ['nước ngoài và xúc tiến', 'foreign and promotion'] }),
          provinces(38),
          days(6),
          revenue(760_000_000, { district: '205' }),
          revenue(429_000_000, { district: '203' }),
          revenue(422_000_000, { district: '207' }),
          revenue(385_000_000, { district: '199' }),
          revenue(420_000_000, { country: 'TH' }),
        ],
      },
    ],
  },
  {
    code: 'ocop-qn-2020-may',
    nameVi: 'Hội chợ OCOP Quảng Ninh 2020',
    nameEn: 'OCOP Quang Ninh Fair 2020',
    firstDay: '2020-05-15',
    lastDay: '2020-05-21',
    venue: PALACE,
    note: [
      'Lượt khách và doanh thu chỉ công bố cho ba ngày đầu.',
      'Visits and revenue were published for the first three days alone.',
    ],
    sources: [
      {
        publisher: 'en.vietstock.vn',
        address: 'en.vietstock.vn/2020/05/…-974-398702.htm',
        figures: [
          booths(350),
          visits(17_000, { firstDays: 3 }),
          revenue(5_600_000_000, { firstDays: 3 }),
        ],
      },
      {
        publisher: 'bnews.vn',
        address: 'bnews.vn/…/156947.html',
        publishedOn: '2020-05-15',
        figures: [booths(350)],
      },
      {
        publisher: 'en.vietstock.vn · bnews.vn',
        address: 'en.vietstock.vn/2020/05/…-974-398702.htm · bnews.vn/…/156947.html (2020-05-15)',
        figures: [days(7)],
      },
    ],
  },
  {
    code: 'ocop-qn-2021-nov',
    nameVi: 'Hội chợ OCOP Quảng Ninh 2021',
    nameEn: 'OCOP Quang Ninh Fair 2021',
    firstDay: '2021-11-26',
    venue: PALACE,
    sources: [
      {
        publisher: 'english.baoquangninh.vn',
        address: 'english.baoquangninh.vn/…-3163843.html',
        publishedOn: '2021-11-26',
        figures: [
          booths(265),
          booths(250, { other: ['gian tiêu chuẩn', 'standard booths'] }),
          booths(10, { other: ['thương mại điện tử', 'e-commerce'] }),
          booths(5, { other: ['nhà phân phối', 'distributors'] }),
          provinces(34),
        ],
      },
    ],
  },
  {
    code: 'ocop-qn-2022-summer',
    nameVi: 'Hội chợ OCOP Quảng Ninh - Hè 2022',
    nameEn: 'OCOP Quang Ninh Fair - Summer 2022',
    note: [
      'Bài báo ghi tổng "gần 16 tỷ" nhưng hai phần 8,7 + 7,5 = 16,2 tỷ (53,7% và 46,3%). Quanh dịp 30/4 - 1/5, "gần 1 tuần".',
      'The article says "nearly 16 billion" in all, but its parts are 8.7 + 7.5 = 16.2 billion (53.7% and 46.3%). Around 30 April to 1 May, "nearly a week".',
    ],
    sources: [
      {
        publisher: 'tapchicongthuong.vn',
        address: 'tapchicongthuong.vn/…-88548.htm',
        figures: [
          visits(50_000, { exactness: 'nearly' }),
          revenue(16_000_000_000, { exactness: 'nearly' }),
          revenue(16_200_000_000, {
            exactness: 'derived',
            note: ['8,7 + 7,5 tỷ', '8.7 + 7.5 billion'],
          }),
          revenue(8_700_000_000, {
            other: ['Quảng Ninh và thương mại điện tử', 'Quảng Ninh and e-commerce'],
          }),
          revenue(7_500_000_000, { part: 'other_province' }),
          days(6, { exactness: 'about', note: ['"gần 1 tuần"', '"nearly a week"'] }),
        ],
      },
    ],
  },
  {
    code: 'ocop-qn-2022-winter',
    nameVi: 'Hội chợ OCOP Quảng Ninh - Đông 2022',
    nameEn: 'OCOP Quang Ninh Fair - Winter 2022',
    firstDay: '2022-12-01',
    lastDay: '2022-12-05',
    venue: 'Trung tâm Văn hóa và Truyền thông TP Móng Cái',
    sources: [
      {
        publisher: 'investinquangninh.vn',
        address: 'investinquangninh.vn/en/news/ocop-winter-fair-kick-started-on-december-1.html',
        figures: [booths(170), provinces(34), days(5)],
      },
    ],
  },
  {
    code: 'ocop-red-river-2023-02',
    nameVi: 'Hội chợ sản phẩm OCOP (Hội nghị vùng đồng bằng sông Hồng)',
    nameEn: 'OCOP product fair at the Red River Delta conference',
    scope: 'regional',
    firstDay: '2023-02-12',
    lastDay: '2023-02-14',
    venue: PALACE,
    sources: [
      {
        publisher: 'congthuong.vn',
        address: 'congthuong.vn/…-241760.html',
        figures: [days(3)],
      },
    ],
  },
  {
    code: 'ocop-qn-2023-summer',
    nameVi: 'Hội chợ OCOP Quảng Ninh - Hè 2023',
    nameEn: 'OCOP Quang Ninh Fair - Summer 2023',
    firstDay: '2023-04-28',
    lastDay: '2023-05-03',
    venue: PALACE,
    sources: [
      {
        publisher: 'Báo Quảng Ninh · vov.vn',
        address: 'Báo Quảng Ninh …-3238396.html (2023-05-03) · vov.vn/…-post1017157.vov',
        figures: [
          booths(300, { exactness: 'over' }),
          visits(55_000),
          revenue(17_400_000_000),
          days(6),
        ],
      },
    ],
  },
  {
    code: 'ocop-qn-2024-spring',
    nameVi: 'Hội chợ OCOP Quảng Ninh - Xuân 2024',
    nameEn: 'OCOP Quang Ninh Fair - Spring 2024',
    firstDay: '2024-02-02',
    sources: [
      {
        publisher: 'doanhnghiephoinhap.vn',
        address: 'doanhnghiephoinhap.vn/quang-ninh-39-san-pham-….html',
        publishedOn: '2024-02-05',
        figures: [],
      },
      {
        publisher: 'nongthon.vietnamtourism.gov.vn',
        address: 'nongthon.vietnamtourism.gov.vn/40-san-pham-…',
        figures: [],
      },
    ],
  },
  {
    code: 'ocop-northeast-2024',
    nameVi: 'Hội chợ OCOP khu vực Đông Bắc - Quảng Ninh 2024',
    nameEn: 'OCOP Fair of the Northeast Region - Quang Ninh 2024',
    scope: 'regional',
    firstDay: '2024-08-29',
    lastDay: '2024-09-03',
    venue: PALACE,
    isPlanned: true,
    sources: [
      {
        publisher: 'vietnam.vn',
        address: 'vietnam.vn/quangninh/?p=602600',
        figures: [
          booths(257),
          booths(100, { part: 'in_province' }),
          booths(150, {
            exactness: 'over',
            other: ['ngoài tỉnh và nước ngoài', 'other provinces and foreign'],
          }),
          booths(7, {
            other: [
              'bảo vệ người tiêu dùng, thương mại điện tử',
              'consumer protection, e-commerce',
            ],
          }),
          days(6),
        ],
      },
    ],
  },
  {
    code: 'ocop-qn-2025-autumn-winter',
    nameVi: 'Hội chợ OCOP Quảng Ninh - Thu Đông 2025',
    nameEn: 'OCOP Quang Ninh Fair - Autumn-Winter 2025',
    firstDay: '2025-10-28',
    lastDay: '2025-11-03',
    venue: PALACE,
    note: [
      'Lượt khách và doanh thu không thấy ở nguồn nào đã đọc.',
      'Visits and revenue were not found in any source that was read.',
    ],
    sources: [
      {
        publisher: 'vietnamnet.vn',
        address: 'vietnamnet.vn/…-2458806.html',
        publishedOn: '2025-11-03',
        figures: [booths(160), days(7)],
      },
      {
        publisher: 'vtcnews.vn',
        address: 'vtcnews.vn/…-ar983814.html',
        publishedOn: '2025-10-28',
        figures: [booths(160), days(7)],
      },
      {
        publisher: 'vietnamnet.vn · vtcnews.vn',
        address:
          'vietnamnet.vn/…-2458806.html (2025-11-03) · vtcnews.vn/…-ar983814.html (2025-10-28)',
        figures: [booths(70, { part: 'in_province' }), booths(90, { part: 'other_province' })],
      },
    ],
  },
  {
    code: 'ocop-qn-2026-spring',
    nameVi: 'Hội chợ OCOP Quảng Ninh - Xuân 2026',
    nameEn: 'OCOP Quang Ninh Fair - Spring 2026',
    firstDay: '2026-02-06',
    lastDay: '2026-02-11',
    venue: `${PALACE}, phường Hạ Long`,
    isPlanned: true,
    note: [
      '100 + 110 = 210 trong "khoảng 220" gian; phần còn lại là khu 4.',
      '100 + 110 = 210 of "about 220" booths; the rest is zone 4.',
    ],
    sources: [
      {
        publisher: 'thoibaotaichinhvietnam.vn',
        address: 'thoibaotaichinhvietnam.vn/…-191730.html',
        publishedOn: '2026-02-02',
        figures: [booths(220, { exactness: 'about' })],
      },
      {
        publisher: 'vm.nhanongxanh.vn',
        address: 'vm.nhanongxanh.vn/kTOEf',
        figures: [booths(220, { exactness: 'about' })],
      },
      {
        publisher: 'thoibaotaichinhvietnam.vn · vm.nhanongxanh.vn',
        address: 'thoibaotaichinhvietnam.vn/…-191730.html (2026-02-02) · vm.nhanongxanh.vn/kTOEf',
        figures: [
          booths(100, { part: 'in_province' }),
          booths(110, { part: 'other_province' }),
          days(6),
        ],
      },
    ],
  },
  {
    code: 'ocop-food-qn-2026-tet',
    nameVi: 'Hội chợ OCOP và ẩm thực Quảng Ninh Xuân 2026',
    nameEn: 'OCOP and Food Fair Quang Ninh Spring 2026',
    firstDay: '2026-02-14',
    lastDay: '2026-03-03',
    venue: PALACE,
    isPlanned: true,
    sources: [
      {
        publisher: 'baomoi.net.vn',
        address: 'baomoi.net.vn/…-c54494700.epi',
        figures: [
          booths(60),
          booths(40, { part: 'ocop' }),
          booths(20, { other: ['ẩm thực', 'food'] }),
          days(15, {
            exactness: 'derived',
            note: [
              '18 ngày lịch, nghỉ 17 đến 19/2 (mùng 1 đến mùng 3 Tết).',
              '18 calendar days, closed on 17 to 19 February (the first three days of Tết).',
            ],
          }),
        ],
      },
    ],
  },
];

/** Loads them; nobody added them, so no account stands on them. */
export class PublishedFairs1760000000921 implements MigrationInterface {
  name = 'PublishedFairs1760000000921';

  async up(db: QueryRunner): Promise<void> {
    const sources = FAIRS.flatMap((fair) =>
      fair.sources.map((source) => ({ ...source, id: newId(), fair })),
    );
    await load(
      db,
      'past_fair',
      'code, name_vi, name_en, scope, first_day, last_day, venue, note_vi, note_en',
      FAIRS.map(({ code, nameVi, nameEn, scope = 'provincial', note, ...fair }) => ({
        code,
        name_vi: nameVi,
        name_en: nameEn,
        scope,
        first_day: fair.firstDay,
        last_day: fair.lastDay,
        venue: fair.venue,
        note_vi: note?.[0] ?? '',
        note_en: note?.[1] ?? '',
      })),
    );
    await db.query(
      `INSERT INTO past_source (id, past_fair_code, publisher, title, address, published_on)
       SELECT id, past_fair_code, publisher, title, address, published_on
         FROM jsonb_populate_recordset(NULL::past_source, $1::jsonb)`,
      [
        JSON.stringify(
          sources.map(({ id, fair, publisher, title, address, publishedOn }) => ({
            id,
            past_fair_code: fair.code,
            publisher,
            title,
            address,
            published_on: publishedOn,
          })),
        ),
      ],
    );
    await load(
      db,
      'past_figure',
      `id, past_fair_code, source_id, kind, part, part_vi, part_en, place_set, place_code,
       country_code, first_days, value, exactness, is_planned, note_vi, note_en`,
      sources.flatMap(({ id, fair, figures }) =>
        figures.map((figure) => ({
          id: newId(),
          past_fair_code: fair.code,
          source_id: id,
          is_planned: fair.isPlanned ?? false,
          ...rowOf(figure),
        })),
      ),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['past_figure', 'past_source', 'past_fair']) {
      await db.query(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_append_only`);
    }
    await db.query(`DELETE FROM past_figure WHERE added_as = 'seed'`);
    await db.query(
      `DELETE FROM past_source s WHERE NOT EXISTS (SELECT 1 FROM past_figure f WHERE f.source_id = s.id)`,
    );
    await db.query(`DELETE FROM past_fair WHERE added_as = 'seed'`);
    for (const table of ['past_figure', 'past_source', 'past_fair']) {
      await db.query(`ALTER TABLE ${table} ENABLE TRIGGER ${table}_append_only`);
    }
  }
}

function rowOf({ kind, value, exactness = 'stated', note, ...figure }: Figure) {
  const part = figure.part ?? (figure.other && 'other') ?? (figure.district && 'place');
  return {
    kind,
    value,
    exactness,
    part: part ?? (figure.country === undefined ? 'whole' : 'country'),
    part_vi: figure.other?.[0] ?? '',
    part_en: figure.other?.[1] ?? '',
    place_set: figure.district === undefined ? null : 'qn-districts',
    place_code: figure.district,
    country_code: figure.country,
    first_days: figure.firstDays ?? 0,
    note_vi: note?.[0] ?? '',
    note_en: note?.[1] ?? '',
  };
}

async function load(
  db: QueryRunner,
  table: string,
  columns: string,
  rows: readonly object[],
): Promise<void> {
  await db.query(
    `INSERT INTO ${table} (${columns}, added_as, added_at)
     SELECT ${columns}, 'seed', now() FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
