/** One file in a parcel. */
export interface Part {
  /** Its path inside the file, such as `tables/link.csv`. */
  name: string;
  bytes: number;
  /** Of the bytes as they read, before they were packed. Hex. */
  sha256: string;
}

/** What a parcel says of itself; stands in it as `manifest.json`. */
export interface Manifest {
  /** What kind of parcel it is. */
  kind: string;
  /** Of the kind's own layout; a reader refuses a higher one than it knows. */
  layout: number;
  /** Of the program that wrote it. */
  phien: string;
  /** Instant, ISO 8601. */
  madeAt: string;
  parts: Part[];
}

export const MANIFEST = 'manifest.json';

/** The name of all that is no part: the directory and the headers of the zip itself. */
export const ENVELOPE = 'zip';

const SEAL_WORD = 'sha256:';
const HEX_LENGTH = 64;

/**
 * The last letters of the file, a zip's comment: the sum of all other bytes of it, with noughts in
 * the place of the sum. So a change is found wherever it lies, in headers and dates too.
 */
export const sealOf = (digest: string) => `${SEAL_WORD}${digest}`;
export const EMPTY_SEAL = sealOf('0'.repeat(HEX_LENGTH));

/** The digest that a seal names; null when it is no seal. */
export function digestIn(seal: string): string | null {
  const digest = seal.startsWith(SEAL_WORD) ? seal.slice(SEAL_WORD.length) : '';
  return /^[0-9a-f]{64}$/.test(digest) ? digest : null;
}

const isPart = (part: unknown): part is Part => {
  const { name, bytes, sha256 } = (part ?? {}) as Partial<Part>;
  return (
    typeof name === 'string' &&
    typeof sha256 === 'string' &&
    typeof bytes === 'number' &&
    Number.isSafeInteger(bytes)
  );
};

/** The manifest in a text; null when it is none. What a kind adds to it is the kind's to check. */
export function readManifest(text: string): (Manifest & Record<string, unknown>) | null {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  const { kind, layout, phien, madeAt, parts } = (found ?? {}) as Partial<Manifest>;
  const isWhole =
    typeof kind === 'string' &&
    typeof layout === 'number' &&
    typeof phien === 'string' &&
    typeof madeAt === 'string' &&
    Array.isArray(parts) &&
    parts.every(isPart);
  return isWhole ? (found as Manifest & Record<string, unknown>) : null;
}
