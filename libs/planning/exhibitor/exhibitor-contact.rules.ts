import type { ChangeExhibitorDto } from './exhibitor.dto';

/** Whom to call about an exhibitor, as it is kept: without spaces around, null when not said. */
export const contactOf = ({
  representative,
  contactPhone,
}: Pick<ChangeExhibitorDto, 'representative' | 'contactPhone'>) => ({
  representative: representative?.trim() || null,
  contactPhone: contactPhone?.trim() || null,
});
