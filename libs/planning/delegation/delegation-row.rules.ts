import type { ChangeDelegationDto } from './delegation.dto';
import { standsFor } from './delegation-place.rules';

/**
 * What is kept of a delegation, as it was asked for, and what of it the audit log tells: all but whom
 * to call. `day` is the fair's first. Refuses `country_unknown`, `delegation_place_unknown`.
 */
export function delegationRowOf(wanted: ChangeDelegationDto, day: string) {
  const told = {
    nameVi: wanted.nameVi.trim(),
    nameEn: wanted.nameEn.trim(),
    quota: wanted.quota ?? null,
    leadGivesBooths: wanted.leadGivesBooths ?? false,
    ...standsFor(wanted, day),
  };
  const contact = {
    contactPerson: wanted.contactPerson?.trim() || null,
    contactPhone: wanted.contactPhone?.trim() || null,
    contactMail: wanted.contactMail ?? null,
  };
  return { told, contact };
}
