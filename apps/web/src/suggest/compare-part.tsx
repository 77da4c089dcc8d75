import type { ComparePartProps } from './suggest-parts';

export function ComparePart(_: ComparePartProps) {
  return null;
}
