import { Refusal } from '@phien/kernel';

/** No door asks for more than four; what reads a body after this goes down by recursion. */
export const DEEPEST_BODY = 64;

export const bodyTooDeep = () =>
  new Refusal('body_too_deep', 'invalid', {
    vi: `Nội dung gửi lên lồng nhau quá ${DEEPEST_BODY} tầng.`,
    en: `The body is nested more than ${DEEPEST_BODY} levels deep.`,
  });

export const textNotStorable = () =>
  new Refusal('text_not_storable', 'invalid', {
    vi: 'Có chữ chứa ký tự hỏng, không lưu nguyên văn được. Hãy xóa ký tự đó rồi gửi lại.',
    en: 'A text holds a broken character and cannot be kept as it is. Take it out and send again.',
  });

/**
 * Why a body that JSON gave is not taken, or null: more than `DEEPEST_BODY` lists and objects
 * inside each other, or a text (a name of a field too) that Postgres cannot hold (U+0000) or UTF-8
 * cannot carry (half of a surrogate pair).
 */
export function whyNotTaken(body: unknown): Refusal | null {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (level.some((value) => typeof value === 'string' && !isStorable(value))) {
      return textNotStorable();
    }
    const holders = level.filter((value) => typeof value === 'object' && value !== null);
    if (holders.length > 0 && depth === DEEPEST_BODY) return bodyTooDeep();
    level = holders.flatMap(contentsOf);
  }
  return null;
}

function contentsOf(holder: object): unknown[] {
  return Array.isArray(holder) ? (holder as unknown[]) : Object.entries(holder).flat();
}

/* Every Node we run on has it; the TypeScript library of ES2023 does not name it. */
type Unicode = string & { isWellFormed(): boolean };

const isStorable = (text: string) => !text.includes('\u0000') && (text as Unicode).isWellFormed();
