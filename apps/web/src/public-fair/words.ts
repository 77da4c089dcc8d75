import { formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import type { Language } from '@phien/kernel';
import type { Standing } from './hours.rules';
import type { PublicExhibitor, PublicProduct, Stand } from './public-plan';

/** Who stands in a booth, or that nobody does. */
export const holdersIn = ({ holders }: Stand): string =>
  holders.map(({ name }) => name).join(', ') || m.fair_booth_free();

const kinds: Record<PublicExhibitor['kind'], () => string> = {
  enterprise: m.my_kind_enterprise,
  cooperative: m.my_kind_cooperative,
  cooperativeGroup: m.my_kind_cooperativeGroup,
  household: m.my_kind_household,
  facility: m.my_kind_facility,
  farm: m.my_kind_farm,
  tradePromotion: m.my_kind_tradePromotion,
  locality: m.my_kind_locality,
};

/** "Hợp tác xã · Phường Đông Triều (Thị xã Đông Triều)". */
export function whoWords(exhibitor: PublicExhibitor, language: Language): string {
  const { kind, placeVi, placeEn, formerDistrict } = exhibitor;
  const place = language === 'vi' ? placeVi : placeEn;
  return `${kinds[kind]()} · ${formerDistrict === null ? place : `${place} (${formerDistrict})`}`;
}

/** When the fair is open next, in one line. */
export function standingWords(standing: Standing, language: Language): string {
  if (standing.kind === 'over') return m.fair_today_over();
  if (standing.kind === 'open') {
    const { opensAt, closesAt } = standing.day;
    return m.fair_today_open({ opens: opensAt, closes: closesAt });
  }
  const { day, opensAt, closesAt } = standing.next;
  const words = { day: formatShortDay(day, language), opens: opensAt, closes: closesAt };
  return standing.kind === 'coming' ? m.fair_today_coming(words) : m.fair_today_shut(words);
}

/** "OCOP 4 sao (2024)"; null without stars. */
export function starWords({ star, starYear }: PublicProduct): string | null {
  if (star === null) return null;
  return starYear === null
    ? m.fair_card_stars({ star })
    : m.fair_card_stars_year({ star, year: String(starYear) });
}

/** The number of a certificate and how long it holds, or that it held; null where none is named. */
export function certificateWords(product: PublicProduct, today: string): string | null {
  const { certificateNumber, certificateExpiresOn } = product;
  const day = certificateExpiresOn?.split('-').reverse().join('/');
  if (certificateNumber === null && day === undefined) return null;
  const named =
    certificateNumber === null
      ? m.fair_card_certificate_plain()
      : m.fair_card_certificate({ number: certificateNumber });
  if (day === undefined) return named;
  const isOver = certificateExpiresOn !== null && certificateExpiresOn < today;
  const words = isOver ? m.fair_card_expired({ day }) : m.fair_card_until({ day });
  return certificateNumber === null ? `${named} ${words}` : `${named}, ${words}`;
}
