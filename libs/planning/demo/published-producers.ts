import type { ExhibitorKind } from '../exhibitor/exhibitor.entity';

/**
 * Producers of Quảng Ninh and their products as the press and the province's own pages named them
 * between 2014 and 2025, with the star and its year where one was published. Which commune they
 * belong to since 2025 was not published, only the former district. Owners' names are left out
 * where the goods have a name of their own. A brand of which no legal form is known stands as a
 * facility. Stars are re-assessed after 36 months: a published year is not a valid certificate.
 * No prices and no barcodes were published; the demo invents them.
 *
 * Read at: doanhnghiephoinhap.vn, thuonghieuquangninh.gov.vn, langngheviet.com.vn, qnitrade.gov.vn,
 * nongthon.vietnamtourism.gov.vn, nongnghiep.vn, english.baoquangninh.vn, vietgiaitri.com,
 * vietnam.vn, thuonghieuquocgia.congthuong.vn, baophapluat.vn, congnghieptieudung.vn,
 * vietexplorer.com, danviet.vn, vietnamnet.vn, cafef.vn, tapchicongthuong.vn, ocop.com.vn,
 * nongthonmoihatinh.vn, thegioithao.com, baotintuc.vn, thanhnienviet.vn, thuysanvietnam.com.vn,
 * congthuong.vn.
 */
export type PublishedProduct = readonly [
  name: string,
  classCode: string,
  star: 3 | 4 | 5 | null,
  starYear: number | null,
];

export interface PublishedProducer {
  name: string;
  kind: ExhibitorKind;
  /** Code in the set qn-districts, or null when no source names it. */
  formerDistrict: string | null;
  products: readonly PublishedProduct[];
}

export const PUBLISHED_PRODUCERS: readonly PublishedProducer[] = [
  {
    name: 'Công ty CP khai thác khoáng sản Thiên Thuận Tường',
    kind: 'enterprise',
    formerDistrict: '195',
    products: [
      ['Thịt lợn hương', 'I.1.b', 4, 2023],
      ['Thịt lợn hướng nạc nguồn gốc châu Âu', 'I.1.b', 4, 2023],
    ],
  },
  {
    name: 'HTX kinh doanh dịch vụ lâm sản ngoài gỗ Ba Chẽ',
    kind: 'cooperative',
    formerDistrict: '202',
    products: [
      ['Rượu nấm lim xanh Ba Chẽ', 'II.1.b', 4, 2023],
      ['Rượu ba kích Ba Chẽ', 'II.1.b', 4, 2023],
    ],
  },
  {
    name: 'Công ty CP Xây dựng và sản xuất Bia - Rượu - Nước giải khát',
    kind: 'enterprise',
    formerDistrict: null,
    products: [
      ['Rượu ba kích đặc sản Quảng Ninh', 'II.1.b', 4, 2023],
      ['Nước uống đóng chai Quang Hanh', 'II.2.a', 4, 2023],
    ],
  },
  {
    name: 'Công ty CP nước khoáng Quang Hanh',
    kind: 'enterprise',
    formerDistrict: '195',
    products: [
      ['Nước khoáng thiên nhiên Quang Hanh (bổ sung ga chất lượng cao)', 'II.2.a', 4, 2023],
      ['Nước khoáng thiên nhiên Quang Hanh Fresh', 'II.2.a', 4, 2023],
      ['Nước khoáng Quang Hanh Fresh vị chanh muối', 'II.2.b', 4, 2023],
      ['Nước khoáng thiên nhiên ION kiềm Quang Hanh', 'II.2.a', null, null],
    ],
  },
  {
    name: 'HTX Việt Hoàng',
    kind: 'cooperative',
    formerDistrict: '193',
    products: [
      ['Rượu đông trùng hạ thảo Vietcor', 'II.1.b', 4, 2023],
      ['Trà đông trùng hạ thảo Vietcor', 'I.5.b', null, null],
    ],
  },
  {
    name: 'HTX chăn nuôi và dịch vụ Đồng Tiến',
    kind: 'cooperative',
    formerDistrict: '199',
    products: [['Trứng vịt biển Đồng Rui', 'I.1.b', 4, 2023]],
  },
  {
    name: 'HTX sản xuất kinh doanh dịch vụ Lê Minh',
    kind: 'cooperative',
    formerDistrict: null,
    products: [['Rượu sim Quý Chuẩn', 'II.1.b', 4, 2023]],
  },
  {
    name: 'Công ty TNHH Long Hải',
    kind: 'enterprise',
    formerDistrict: '205',
    products: [
      ['Nấm kim châm', 'I.1.a', 4, 2023],
      ['Nấm đùi gà', 'I.1.a', 4, 2023],
    ],
  },
  {
    name: 'Phương Thùy',
    kind: 'facility',
    formerDistrict: null,
    products: [['Đông trùng hạ thảo khô Phương Thùy', 'III.1', 4, 2023]],
  },
  {
    name: 'Công ty CP Kinh doanh lâm sản Đạp Thanh',
    kind: 'enterprise',
    formerDistrict: '202',
    products: [['Trà hoa vàng Ba Chẽ', 'I.5.b', 5, 2025]],
  },
  {
    name: 'Công ty CP Ngọc trai Hạ Long',
    kind: 'enterprise',
    formerDistrict: '193',
    products: [
      ['Ngọc trai Akoya', 'IV.1', 5, 2021],
      ['Ngọc trai Tahiti', 'IV.1', 5, 2021],
      ['Ngọc trai Southsea', 'IV.1', 5, 2021],
    ],
  },
  {
    name: 'Công ty TNHH Thương mại dịch vụ và Xuất nhập khẩu Quy Hoa',
    kind: 'enterprise',
    formerDistrict: '201',
    products: [['Trà hoa vàng Quy Hoa', 'I.5.b', 5, 2022]],
  },
  {
    name: 'Công ty TNHH Quang Vinh',
    kind: 'enterprise',
    formerDistrict: '205',
    products: [['Gốm sứ Quang Vinh (3 sản phẩm)', 'IV.1', null, null]],
  },
  {
    name: 'Công ty CP Thương mại & Dịch vụ Bình Liêu',
    kind: 'enterprise',
    formerDistrict: '198',
    products: [['Miến dong Bình Liêu', 'I.3.b', 4, 2021]],
  },
  {
    name: 'HTX Dịch vụ nông nghiệp và du lịch Bình Liêu',
    kind: 'cooperative',
    formerDistrict: '198',
    products: [['Miến dong truyền thống Bình Liêu', 'I.3.b', null, null]],
  },
  {
    name: 'HTX Sản xuất và Kinh doanh ba kích Ba Chẽ',
    kind: 'cooperative',
    formerDistrict: '202',
    products: [['Ba kích Ba Chẽ', 'III.3', null, null]],
  },
  {
    name: 'HTX Quế Đầm Hà',
    kind: 'cooperative',
    formerDistrict: '200',
    products: [['Sản phẩm quế Đầm Hà', 'III.3', 4, 2025]],
  },
  {
    name: 'HTX Dịch vụ nông nghiệp Hải Hà',
    kind: 'cooperative',
    formerDistrict: '201',
    products: [['Trà hoa vàng Hải Hà', 'I.5.b', null, null]],
  },
  {
    name: 'Nhà hàng 3 miền',
    kind: 'household',
    formerDistrict: '200',
    products: [['Chân giò nướng Ba Miền', 'I.3.d', 3, 2019]],
  },
  {
    name: 'Khâu nhục Tô Nhung',
    kind: 'household',
    formerDistrict: '200',
    products: [['Khau nhục Tô Nhung', 'I.3.d', null, null]],
  },
  {
    name: 'HTX Dịch vụ nông nghiệp tổng hợp Trường Sơn',
    kind: 'cooperative',
    formerDistrict: '200',
    products: [
      ['Củ cải khô Đầm Hà', 'I.3.c', 3, 2021],
      ['Củ cải phên Đầm Hà', 'I.3.c', 3, 2021],
    ],
  },
  {
    name: 'HTX Tuyền Hiền',
    kind: 'cooperative',
    formerDistrict: '200',
    products: [['Gà bản Đầm Hà', 'I.1.b', null, null]],
  },
  {
    name: 'Cơ sở sản xuất kẹo lạc hồng Chung Quy',
    kind: 'facility',
    formerDistrict: '199',
    products: [['Kẹo lạc hồng Chung Quy', 'I.3.c', 3, 2019]],
  },
  {
    name: 'Cơ sở Thanh Liên',
    kind: 'facility',
    formerDistrict: '199',
    products: [['Kẹo lạc hồng Thanh Liên', 'I.3.c', null, null]],
  },
  {
    name: 'Hộ nuôi gà Tiên Yên (Đông Ngũ)',
    kind: 'household',
    formerDistrict: '199',
    products: [['Gà Tiên Yên (Đông Ngũ)', 'I.1.b', 3, 2022]],
  },
  {
    name: 'Công ty TNHH Hải sản Vân Đồn',
    kind: 'enterprise',
    formerDistrict: '203',
    products: [
      ['Ruốc hàu Vân Đồn', 'I.3.d', null, null],
      ['Ruốc tôm Vân Đồn', 'I.3.d', null, null],
    ],
  },
  {
    name: 'Công ty TNHH sản xuất và thương mại Thủy sản Quảng Ninh',
    kind: 'enterprise',
    formerDistrict: '203',
    products: [['Ruốc hàu Thủy sản Quảng Ninh', 'I.3.d', null, null]],
  },
  {
    name: 'Quân Nguyên',
    kind: 'facility',
    formerDistrict: null,
    products: [['Ruốc hàu Quân Nguyên', 'I.3.d', null, null]],
  },
  {
    name: 'Hiền Nhung',
    kind: 'facility',
    formerDistrict: '193',
    products: [['Chả mực Hiền Nhung', 'I.3.d', null, null]],
  },
  {
    name: 'Hộ kinh doanh Mạnh Hà',
    kind: 'household',
    formerDistrict: '193',
    products: [['Chả mực Mạnh Hà', 'I.3.d', null, null]],
  },
  {
    name: 'Bảo Khang',
    kind: 'facility',
    formerDistrict: null,
    products: [['Đông trùng hạ thảo Bảo Khang', 'III.1', null, null]],
  },
  {
    name: 'Công ty TNHH Newstar / Vanbest',
    kind: 'enterprise',
    formerDistrict: '203',
    products: [['Nước mắm sá sùng Vân Đồn', 'I.4.a', 4, null]],
  },
  {
    name: 'Cơ sở nước mắm Nguyễn Đăng Lương',
    kind: 'facility',
    formerDistrict: '207',
    products: [['Nước mắm Nguyễn Đăng Lương', 'I.4.a', null, null]],
  },
  {
    name: 'Cơ sở Thanh Măng',
    kind: 'facility',
    formerDistrict: '207',
    products: [['Mực một nắng Cô Tô', 'I.3.d', null, null]],
  },
  {
    name: 'Công ty TNHH Thuấn Quỳnh',
    kind: 'enterprise',
    formerDistrict: '201',
    products: [['Chè Đường Hoa', 'I.5.a', 4, 2021]],
  },
  {
    name: 'Trà Việt Tú',
    kind: 'enterprise',
    formerDistrict: '201',
    products: [['Trà Việt Tú', 'I.5.a', null, null]],
  },
  {
    name: 'HTX Rươi sông Cầm',
    kind: 'cooperative',
    formerDistrict: '205',
    products: [['Chả rươi Sông Cầm', 'I.3.d', null, null]],
  },
  {
    name: 'HTX đặc sản đồng rươi Đông Triều',
    kind: 'cooperative',
    formerDistrict: '205',
    products: [
      ['Gạo đồng rươi - Lứt Hồng Hương', 'I.2.a', null, null],
      ['Gạo đồng rươi - Bắc thơm', 'I.2.a', null, null],
    ],
  },
  {
    name: 'Trang trại cây ăn quả Quý Long',
    kind: 'farm',
    formerDistrict: '205',
    products: [
      ['Bưởi V2 Quý Long', 'I.1.a', null, null],
      ['Ổi lê Quý Long', 'I.1.a', null, null],
    ],
  },
];

/**
 * Products known by their place alone: no source names who makes them. In the demo, exhibitors made
 * for it sell them, without a star.
 */
export const LOCAL_PRODUCTS: readonly (readonly [
  formerDistrict: string,
  name: string,
  classCode: string,
])[] = [
  ['207', 'Mực ống Cô Tô khô', 'I.3.d'],
  ['199', 'Gà Tiên Yên', 'I.1.b'],
  ['193', 'Chả mực Hạ Long', 'I.3.d'],
  ['194', 'Thịt lợn Móng Cái', 'I.1.b'],
  ['203', 'Nước mắm Cái Rồng', 'I.4.a'],
  ['207', 'Nước mắm Cô Tô', 'I.4.a'],
  ['207', 'Cá duội Cô Tô', 'I.3.d'],
  ['207', 'Mực khô Cô Tô', 'I.3.d'],
  ['203', 'Sá sùng Vân Đồn', 'I.3.d'],
  ['201', 'Vịt trời Hải Hà', 'I.1.b'],
  ['205', 'Gạo nếp cái hoa vàng Đông Triều', 'I.2.a'],
  ['205', 'Na dai Đông Triều', 'I.1.a'],
  ['198', 'Nước lọc tinh khiết Bình Liêu', 'II.2.a'],
  ['198', 'Chè vối Bình Liêu', 'I.5.b'],
  ['198', 'Mật ong Bình Liêu', 'I.2.b'],
  ['198', 'Tinh dầu hồi Bình Liêu', 'III.3'],
  ['198', 'Tinh dầu quế Bình Liêu', 'III.3'],
  ['198', 'Tinh dầu sả Bình Liêu', 'III.3'],
  ['198', 'Dầu sở Bình Liêu', 'I.4.a'],
  ['198', 'Trà giảo cổ lam Bình Liêu', 'I.5.b'],
  ['198', 'Rượu men lá Bình Liêu', 'II.1.a'],
  ['198', 'Tinh dầu bưởi Bình Liêu', 'III.3'],
  ['198', 'Rượu Cao Ba Lanh Bình Liêu', 'II.1.a'],
  ['202', 'Măng mai khô Lương Mông', 'I.3.c'],
  ['202', 'Ổi Ba Chẽ', 'I.1.a'],
  ['202', 'Mật ong Thanh Lâm', 'I.2.b'],
  ['202', 'Thanh long Nam Sơn', 'I.1.a'],
  ['199', 'Bánh gật gù Tiên Yên', 'I.3.b'],
  ['199', 'Bánh cốc mò Tiên Yên', 'I.3.b'],
  ['199', 'Bánh lá ngải Tiên Yên', 'I.3.b'],
  ['199', 'Khâu nhục Tiên Yên', 'I.3.d'],
  ['199', 'Tinh dầu tràm Tiên Yên', 'III.3'],
  ['196', 'Rượu mơ Yên Tử', 'II.1.b'],
  ['196', 'Vải chín sớm Phương Nam', 'I.1.a'],
  ['194', 'Tôm thẻ chân trắng Móng Cái', 'I.1.b'],
  ['206', 'Nem chua Quảng Yên', 'I.3.d'],
  ['206', 'Hà treo dây Quảng Yên', 'I.1.b'],
  ['206', 'Trứng gà Tân An', 'I.1.b'],
  ['194', 'Giò chả Móng Cái', 'I.3.d'],
  ['194', 'Khoai lang Móng Cái', 'I.1.a'],
  ['194', 'Thịt bò hữu cơ Phú Lâm', 'I.1.b'],
  ['204', 'Ổi Hoành Bồ', 'I.1.a'],
  ['204', 'Hoa Hoành Bồ', 'V.1'],
  ['200', 'Dưa Đầm Hà', 'I.1.a'],
  ['203', 'Cam Vạn Yên', 'I.1.a'],
];
