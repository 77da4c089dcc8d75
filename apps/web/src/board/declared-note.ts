import { formatVnd } from '@phien/kernel';
import type { Board } from '../api/client';
import { m } from '../paraglide/messages.js';

/** How much of a picture's money booths declared, or that it is left out; nothing where there is none. */
export function declaredNote(
  { revenue, withheld }: Pick<Board, 'revenue' | 'withheld'>,
  language: 'vi' | 'en',
): string | undefined {
  if (withheld.includes('declared')) return m.withheld_declared();
  const { declaredVnd } = revenue;
  if (!declaredVnd) return undefined;
  return m.declared_within({ amount: formatVnd(declaredVnd, language) });
}
