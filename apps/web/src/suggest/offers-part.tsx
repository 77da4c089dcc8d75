import type { OffersPartProps } from './suggest-parts';

export function OffersPart(_: OffersPartProps) {
  return null;
}
