/**
 * The canonical JSON text of a value (RFC 8785), narrowed so that every reader agrees on it:
 * numbers are integers within ±2^53, strings are well-formed Unicode without U+0000. Throws
 * RangeError for anything else.
 */
export function canonicalText(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalText(item)).join(',')}]`;
  if (typeof value === 'object') {
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, item]) => `${canonicalString(key)}:${canonicalText(item)}`).join(',')}}`;
  }
  throw new RangeError(`a ${typeof value} has no canonical text`);
}

function canonicalString(text: string): string {
  if (!isStorableText(text)) throw new RangeError('text holds U+0000 or a lone surrogate');
  return JSON.stringify(text);
}

const loneSurrogate = /[\ud800-\udfff]/u;

/** False for U+0000, which Postgres cannot hold, and lone surrogates, which UTF-8 cannot. */
export function isStorableText(text: string): boolean {
  return !text.includes('\u0000') && !loneSurrogate.test(text);
}
