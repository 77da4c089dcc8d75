import { formatVnd } from '@phien/kernel';
import type { components } from '../api/schema.generated';
import { formatHourMinute } from '../i18n/times';
import { m } from '../paraglide/messages.js';

export type Declared = components['schemas']['DeclaredSaleDto'];

const sourceWords: Record<Declared['source'], () => string> = {
  booth_link: m.declare_source_booth_link,
  till: m.declare_source_till,
  zone_staff: m.declare_source_zone_staff,
  delegation_lead: m.declare_source_delegation_lead,
  organizer: m.declare_source_organizer,
};

/** "Đã khai 5.000.000 ₫ lúc 20:10, nhân viên khu khai thay". */
export function declaredWords(
  { amountVnd, declaredAt, source }: Declared,
  timeZone: string,
  language: 'vi' | 'en',
): string {
  const time = formatHourMinute(declaredAt, timeZone, language);
  const said =
    amountVnd === null
      ? m.declare_now_hidden({ time })
      : m.declare_now({ amount: formatVnd(amountVnd, language), time });
  return `${said}, ${sourceWords[source]()}`;
}
