import type { Language } from '@phien/kernel';
import type { FieldProblem } from '../api/problem';
import type { Content } from './apply-requests';

export interface Faults {
  all: readonly FieldProblem[];
  language: Language;
}

/** What is wrong with a field, in words; null when nothing is. */
export function faultAt({ all, language }: Faults, field: string): string | null {
  const fault = all.find((each) => each.field === field);
  return fault ? (language === 'vi' ? fault.detailVi : fault.detailEn) : null;
}

/** What a field says, as text: of `place` the three that make it, of `products.0.name` one of them. */
function saidAt(content: Content, field: string): string {
  if (field === 'place') {
    const { countryCode, placeSet, placeCode } = content;
    return JSON.stringify([countryCode, placeSet, placeCode]);
  }
  let value: unknown = content;
  for (const part of field.split('.'))
    value = (value as Record<string, unknown> | undefined)?.[part];
  return JSON.stringify(value) ?? '';
}

/** The faults of fields that were not written in since. */
export const faultsLeft = (
  faults: readonly FieldProblem[],
  before: Content,
  after: Content,
): readonly FieldProblem[] =>
  faults.filter(({ field }) => saidAt(before, field) === saidAt(after, field));
