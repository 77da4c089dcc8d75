/** One request to the documents door, as a till would send it. */
export interface RescuedDelivery {
  fairId: string;
  registerId: string;
  /** Canonical texts, exactly as they were hashed. */
  documents: string[];
  /** The head after the last of them. */
  head: { epoch: number; sequence: number; hash: string };
  /** Base64 of the epoch's signature over that head. */
  signature: string;
}

/**
 * Everything that a phone issued, for one that will not connect again: the deliveries that it would
 * send, in their order. Each is signed by the phone, so whoever carries the file need not be trusted.
 */
export interface RescueFile {
  format: 'phien-rescue';
  version: 1;
  /** By the phone's own clock; ISO 8601. */
  madeAt: string;
  deliveries: RescuedDelivery[];
}

export type RescueFileReading =
  | { ok: true; file: RescueFile }
  | { ok: false; code: 'rescue_file_unreadable' };

const unreadable: RescueFileReading = { ok: false, code: 'rescue_file_unreadable' };

/** A rescue file from its text; the server reads each delivery again, and believes none of it. */
export function readRescueFile(text: string): RescueFileReading {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return unreadable;
  }
  return isRescueFile(file) ? { ok: true, file } : unreadable;
}

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isId = (value: unknown) => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);

function isRescueFile(value: unknown): value is RescueFile {
  return (
    isFields(value) &&
    value.format === 'phien-rescue' &&
    value.version === 1 &&
    typeof value.madeAt === 'string' &&
    Array.isArray(value.deliveries) &&
    value.deliveries.every(isDelivery)
  );
}

function isDelivery(value: unknown): boolean {
  return (
    isFields(value) &&
    isId(value.fairId) &&
    isId(value.registerId) &&
    Array.isArray(value.documents) &&
    value.documents.every((text) => typeof text === 'string') &&
    isFields(value.head) &&
    Number.isSafeInteger(value.head.epoch) &&
    Number.isSafeInteger(value.head.sequence) &&
    typeof value.head.hash === 'string' &&
    typeof value.signature === 'string'
  );
}
