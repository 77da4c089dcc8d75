import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Decision 148/QĐ-TTg of 2023-02-24, annex I: six sectors, 26 criteria sets (the leaves). Codes are
 * built from the printed numbering; the English names are a translation of our own.
 */
const CLASSES: readonly (readonly [code: string, nameVi: string, nameEn: string])[] = [
  ['I', 'Thực phẩm', 'Food'],
  ['I.1', 'Thực phẩm tươi sống', 'Fresh food'],
  ['I.1.a', 'Rau, củ, quả, hạt tươi', 'Fresh vegetables, tubers, fruit, nuts'],
  ['I.1.b', 'Thịt, thủy sản, trứng, sữa tươi', 'Fresh meat, aquatic products, eggs, milk'],
  ['I.2', 'Thực phẩm thô, sơ chế', 'Raw and semi-processed food'],
  ['I.2.a', 'Gạo, ngũ cốc, hạt sơ chế khác', 'Rice, cereals, other semi-processed grains'],
  [
    'I.2.b',
    'Mật ong, mật khác và nông sản thực phẩm khác',
    'Honey, other syrups and other farm food',
  ],
  ['I.3', 'Thực phẩm chế biến', 'Processed food'],
  ['I.3.a', 'Đồ ăn nhanh', 'Fast food'],
  ['I.3.b', 'Chế biến từ gạo, ngũ cốc', 'Made from rice, cereals'],
  ['I.3.c', 'Chế biến từ rau, củ, quả, hạt', 'Made from vegetables, tubers, fruit, nuts'],
  [
    'I.3.d',
    'Chế biến từ thịt, trứng, sữa, thủy sản, các sản phẩm từ mật ong, mật khác và nông sản thực phẩm khác',
    'Made from meat, eggs, milk, aquatic products, honey products and other farm food',
  ],
  ['I.4', 'Gia vị', 'Seasonings'],
  [
    'I.4.a',
    'Tương, nước mắm, gia vị dạng lỏng khác',
    'Soy paste, fish sauce, other liquid seasonings',
  ],
  ['I.4.b', 'Gia vị khác', 'Other seasonings'],
  ['I.5', 'Chè', 'Tea'],
  ['I.5.a', 'Chè tươi, chế biến', 'Fresh and processed tea'],
  ['I.5.b', 'Sản phẩm chè từ thực vật khác', 'Tea products from other plants'],
  ['I.6', 'Cà phê, ca cao', 'Coffee, cocoa'],
  ['II', 'Đồ uống', 'Drinks'],
  ['II.1', 'Đồ uống có cồn', 'Alcoholic drinks'],
  ['II.1.a', 'Rượu trắng', 'White spirit'],
  ['II.1.b', 'Đồ uống có cồn khác', 'Other alcoholic drinks'],
  ['II.2', 'Đồ uống không cồn', 'Non-alcoholic drinks'],
  [
    'II.2.a',
    'Nước khoáng thiên nhiên, nước uống đóng chai',
    'Natural mineral water, bottled water',
  ],
  ['II.2.b', 'Đồ uống không cồn', 'Other non-alcoholic drinks'],
  ['III', 'Dược liệu và sản phẩm từ dược liệu', 'Medicinal herbs and products'],
  [
    'III.1',
    'Thực phẩm chức năng, thuốc dược liệu, thuốc cổ truyền',
    'Functional food, herbal and traditional medicine',
  ],
  ['III.2', 'Mỹ phẩm có thành phần từ dược liệu', 'Cosmetics with herbal ingredients'],
  ['III.3', 'Tinh dầu và dược liệu khác', 'Essential oils and other herbs'],
  ['IV', 'Hàng thủ công mỹ nghệ', 'Handicrafts'],
  ['IV.1', 'Thủ công mỹ nghệ gia dụng, trang trí', 'Household and decorative handicrafts'],
  ['IV.2', 'Vải, may mặc', 'Fabric, garments'],
  ['V', 'Sinh vật cảnh', 'Ornamental plants and animals'],
  ['V.1', 'Hoa', 'Flowers'],
  ['V.2', 'Cây cảnh', 'Ornamental plants'],
  ['V.3', 'Động vật cảnh', 'Ornamental animals'],
  [
    'VI',
    'Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch',
    'Community tourism, eco-tourism and tourist sites',
  ],
  [
    'VI.1',
    'Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch',
    'Community tourism, eco-tourism and tourist sites',
  ],
];

/** Loads the product classes; a code's parent is the code without its last part. */
export class ProductClasses1760000000310 implements MigrationInterface {
  name = 'ProductClasses1760000000310';

  async up(db: QueryRunner): Promise<void> {
    const rows = CLASSES.map(([code, nameVi, nameEn], at) => ({
      code,
      parent_code: code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null,
      name_vi: nameVi,
      name_en: nameEn,
      position: at + 1,
    }));
    await db.query(
      `INSERT INTO product_class (code, parent_code, name_vi, name_en, position)
       SELECT code, parent_code, name_vi, name_en, position
       FROM jsonb_populate_recordset(NULL::product_class, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM product_class`);
  }
}
