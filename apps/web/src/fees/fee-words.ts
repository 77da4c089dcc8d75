import { formatVnd } from '@phien/kernel';
import type { Language } from '@phien/kernel';
import { tagOf } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { kindWords } from '../people/kind-words';
import type { FeeLine, Payment, Rate, Relief, Standing } from './fee-requests';

export const perWords: Record<Rate['per'], () => string> = {
  booth: m.fee_per_booth,
  square_metre: m.fee_per_square_metre,
  day: m.fee_per_day,
};

export const methodWords: Record<Payment['method'], () => string> = {
  transfer: m.fee_method_transfer,
  cash: m.fee_method_cash,
  other: m.fee_method_other,
};

export const groundWords: Record<Relief['ground'], () => string> = {
  delegation: m.fee_ground_delegation,
  ocop: m.fee_ground_ocop,
  kind: m.fee_ground_kind,
  exhibitor: m.fee_ground_exhibitor,
};

/** "25/10/2025" of a day, as both languages write it here. */
export const dayInFull = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** Which booths a line of the tariff is for. */
export function scopeInWords(rate: Rate): string {
  const { zoneCode, boothKind, areaFromM2: from, areaBelowM2: below, validFrom, validTo } = rate;
  const parts = [
    zoneCode === null ? null : m.fee_rate_zone({ zone: zoneCode }),
    boothKind === null
      ? null
      : boothKind === 'custom'
        ? m.fee_kind_custom()
        : m.fee_kind_standard(),
    from === null
      ? below === null
        ? null
        : m.fee_size_below({ below })
      : below === null
        ? m.fee_size_from({ from })
        : m.fee_size_between({ from, below }),
    daysInWords(validFrom, validTo),
  ].filter((part) => part !== null);
  const isForAll = zoneCode === null && boothKind === null && from === null && below === null;
  return [...(isForAll ? [m.fee_rate_all()] : []), ...parts].join(' · ');
}

function daysInWords(from: string | null, to: string | null): string | null {
  if (from === null) return to === null ? null : m.fee_days_to({ to: dayInFull(to) });
  return to === null
    ? m.fee_days_from({ from: dayInFull(from) })
    : m.fee_days_between({ from: dayInFull(from), to: dayInFull(to) });
}

/** "8.000.000 ₫ / gian · gồm thuế 8 %". */
export function priceInWords(rate: Rate, language: Language): string {
  const { priceVnd, per, vatRatePercent } = rate;
  const price = m.fee_price_per({ price: formatVnd(priceVnd, language), per: perWords[per]() });
  return `${price} · ${vatRatePercent === null ? m.fee_vat_not() : m.fee_vat_in({ rate: vatRatePercent })}`;
}

/** Who is free, or who pays. */
export function reliefInWords(relief: Relief, language: Language): string {
  const { ground, minStar, exhibitorKind, exhibitorName } = relief;
  if (ground === 'ocop') return m.fee_relief_ocop({ star: minStar ?? '' });
  if (ground === 'kind') {
    return m.fee_relief_kind({ kind: exhibitorKind === null ? '' : kindWords[exhibitorKind]() });
  }
  if (ground === 'exhibitor') return m.fee_relief_exhibitor({ name: exhibitorName ?? '' });
  return m.fee_relief_delegation({ name: delegationOf(relief, language) });
}

const delegationOf = ({ delegationNameVi, delegationNameEn }: Relief, language: Language) =>
  (language === 'vi' ? delegationNameVi : delegationNameEn) ?? '';

/** How somebody stands with fees, in a word or two, and how grave that is. */
export function stateInWords(
  standing: Standing,
  language: Language,
): { words: string; tone: 'ok' | 'warn' | 'danger' | 'info' } {
  const { owedVnd, overdueVnd, overpaidVnd, chargedVnd } = standing;
  const money = (amount: number) => ({ amount: formatVnd(amount, language) });
  if (overdueVnd > 0) return { words: m.fee_state_overdue(money(overdueVnd)), tone: 'danger' };
  if (owedVnd > 0) return { words: m.fee_state_owed(money(owedVnd)), tone: 'warn' };
  if (overpaidVnd > 0) return { words: m.fee_state_overpaid(money(overpaidVnd)), tone: 'info' };
  return { words: chargedVnd === 0 ? m.fee_state_free() : m.fee_state_paid(), tone: 'ok' };
}

const SHARES: Record<number, string> = { 1: '1/6', 2: '1/3', 3: '1/2', 4: '2/3', 5: '5/6' };

/** "A01 · 1/2 gian · 9 m² × 850.000 ₫". */
export function lineInWords(line: FeeLine, language: Language): string {
  const { boothCode, sixths, quantityMilli, per, unitPriceVnd } = line;
  const share = SHARES[sixths];
  return [
    boothCode,
    share === undefined ? m.fee_line_whole() : m.fee_line_share({ share }),
    m.fee_line_quantity({
      quantity: new Intl.NumberFormat(tagOf(language)).format(quantityMilli / 1_000),
      per: perWords[per](),
      price: formatVnd(unitPriceVnd, language),
    }),
  ].join(' · ');
}
