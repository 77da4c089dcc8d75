import { Refusal } from '@phien/kernel';

/**
 * The refusal of a form of which several fields are wrong: the first fault speaks, and `errors`
 * holds all of them by field, so that a screen can say each beside its field. Null without a fault.
 * Every fault names its field in `details.field`.
 */
export function firstOf(faults: readonly Refusal[]): Refusal | null {
  const [first] = faults;
  if (!first) return null;
  const errors = faults.map(({ code, sentence, details }) => ({
    field: String(details?.field),
    code,
    detailVi: sentence.vi,
    detailEn: sentence.en,
  }));
  return new Refusal(first.code, first.kind, first.sentence, { ...first.details, errors });
}
