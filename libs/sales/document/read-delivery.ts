import { documentLimits } from '@phien/till';
import type { DeliverDocumentsDto } from './document.dto';
import { deliveryInvalid } from './document.refusals';

const MOST_DOCUMENTS = 200;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasOnly = (fields: Fields, names: readonly string[]) =>
  Object.keys(fields).every((name) => names.includes(name));

const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

/**
 * Reads the envelope of a delivery by hand: what `DeliverDocumentsDto` says, at a tenth of the cost,
 * on the one route that every sale takes. A spec holds the two together. Refuses `delivery_invalid`.
 */
export function readDelivery(body: unknown): DeliverDocumentsDto {
  if (!isFields(body) || !hasOnly(body, ['documents', 'head', 'signature'])) {
    throw deliveryInvalid('delivery');
  }
  const { documents, head, signature } = body;
  if (
    !Array.isArray(documents) ||
    !isWhole(documents.length, 1, MOST_DOCUMENTS) ||
    !documents.every((text) => typeof text === 'string' && text.length <= documentLimits.textBytes)
  ) {
    throw deliveryInvalid('documents');
  }
  if (
    !isFields(head) ||
    !hasOnly(head, ['epoch', 'sequence', 'hash']) ||
    !isWhole(head.epoch, 1, documentLimits.epoch) ||
    !isWhole(head.sequence, 0, Number.MAX_SAFE_INTEGER) ||
    typeof head.hash !== 'string' ||
    !/^[0-9a-f]{64}$/.test(head.hash)
  ) {
    throw deliveryInvalid('head');
  }
  if (
    typeof signature !== 'string' ||
    signature === '' ||
    signature.length > 200 ||
    !BASE64.test(signature)
  ) {
    throw deliveryInvalid('signature');
  }
  return body as unknown as DeliverDocumentsDto;
}
