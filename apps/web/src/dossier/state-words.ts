import { m } from '../paraglide/messages.js';
import type { DossierState } from './dossier.rules';

/** How it stands with a paper, in words. */
export const stateWords: Record<DossierState, () => string> = {
  missing: m.dossier_missing,
  expired: m.dossier_expired,
  ends_before_fair: m.dossier_ends_before_fair,
  ends_during_fair: m.dossier_ends_during_fair,
  ends_soon: m.dossier_ends_soon,
  good: m.dossier_good,
  optional: m.dossier_optional,
};
