import type { FairPublication } from './fair-publication.entity';
import type { PublicationChoice } from './public-figures.rules';

/** The choice that a row keeps, without who made it. */
export const choiceOf = ({
  fairId: _,
  setBy: __,
  setAt: ___,
  ...choice
}: FairPublication): PublicationChoice => choice;
