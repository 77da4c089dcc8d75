import type { Language, Sentence } from '@phien/kernel';
import { findPlace } from '@phien/places';
import type { ExhibitorKind } from '../exhibitor/exhibitor.entity';
import type { KnownExhibitor } from './judge-exhibitors.rules';
import { homeName } from './judge-exhibitors.rules';
import type { KnownProduct } from './judge-products.rules';
import type { ExhibitorField, ProductField } from './roster-columns';

export const KIND_WORDS: Readonly<Record<ExhibitorKind, Sentence>> = {
  enterprise: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  cooperative: { vi: 'Hợp tác xã', en: 'Cooperative' },
  cooperativeGroup: { vi: 'Tổ hợp tác', en: 'Cooperative group' },
  household: { vi: 'Hộ kinh doanh', en: 'Household' },
  facility: { vi: 'Cơ sở sản xuất', en: 'Production facility' },
  farm: { vi: 'Trang trại', en: 'Farm' },
  tradePromotion: { vi: 'Đơn vị xúc tiến thương mại', en: 'Trade-promotion body' },
  locality: { vi: 'Địa phương', en: 'Locality' },
};
const YES: Sentence = { vi: 'Có', en: 'Yes' };
const NO: Sentence = { vi: 'Không', en: 'No' };

export type ExhibitorCells = Record<ExhibitorField, string>;
export type ProductCells = Record<ProductField, string>;

/** An exhibitor as a row of a list says it, and reads it again. */
export function exhibitorCells(
  exhibitor: KnownExhibitor,
  delegation: Sentence | null,
  language: Language,
): ExhibitorCells {
  const home = homeName(exhibitor)[language];
  const isForeign = exhibitor.countryCode !== 'VN';
  const district =
    exhibitor.formerDistrict === null ? null : findPlace('qn-districts', exhibitor.formerDistrict);
  return {
    name: exhibitor.name,
    kind: KIND_WORDS[exhibitor.kind][language],
    taxCode: exhibitor.taxCode ?? '',
    place: isForeign ? '' : home,
    province: '',
    country: isForeign ? home : '',
    formerDistrict: district?.lives[0].nameVi ?? '',
    paysVat: (exhibitor.paysVat ? YES : NO)[language],
    delegation: delegation?.[language] ?? '',
    representative: exhibitor.representative ?? '',
    contactPhone: exhibitor.contactPhone ?? '',
    id: exhibitor.id,
  };
}

/** A product as a row of a list says it, and reads it again. */
export function productCells(
  product: KnownProduct,
  seller: Pick<KnownExhibitor, 'name' | 'taxCode'>,
  language: Language,
): ProductCells {
  return {
    exhibitor: seller.name,
    exhibitorTaxCode: seller.taxCode ?? '',
    name: product.name,
    classCode: product.classCode ?? '',
    priceVnd: String(product.priceVnd),
    unit: product.unit,
    vatRatePercent: product.vatRatePercent === null ? '' : String(product.vatRatePercent),
    star: product.star === null ? '' : String(product.star),
    certificateNumber: product.certificateNumber ?? '',
    certificateIssuedOn: product.certificateIssuedOn ?? '',
    certificateExpiresOn: product.certificateExpiresOn ?? '',
    barcode: product.barcode ?? '',
    traceUrl: product.traceUrl ?? '',
    isWeighed: (product.isWeighed ? YES : NO)[language],
  };
}
