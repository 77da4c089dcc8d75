import { isId } from '@phien/kernel';
import { isStorableText } from './canonical-text';
import type { DocumentEnvelope, TillDocument } from './document';
import { documentLimits } from './document-limits';
import {
  isEpoch,
  isFields,
  isHash,
  isLongerThan,
  isSequence,
  lengthFault,
  shapeFault,
  tradeFault,
} from './document.rules';
import type { DocumentFault } from './document.rules';

export type DocumentReading =
  | { ok: true; document: TillDocument }
  | { ok: false; code: DocumentFault };

export type EnvelopeFault =
  | 'document_too_large'
  | 'document_not_json'
  | 'document_not_unicode'
  | 'envelope_shape';

export type EnvelopeReading =
  | { ok: true; envelope: DocumentEnvelope }
  | { ok: false; code: EnvelopeFault };

/**
 * The full verifier: canonical text, known fields within their bounds, the length and signs of the
 * kind, every line's amount and VAT, lines = payments = total, cash = tendered − change, all money
 * within `documentLimits`. Never throws.
 * A document that reads is also its own envelope: ask `readEnvelope` only about one that does not.
 */
export function readDocument(text: string): DocumentReading {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const { content } = parsed;
  const misshapen = shapeFault(content);
  if (misshapen !== null) return { ok: false, code: misshapen };
  /* The fields stand in canonical order by now, so what JSON writes back is the canonical text. */
  if (JSON.stringify(content) !== text) return { ok: false, code: 'document_not_canonical' };
  const document = content as TillDocument;
  const wrong = lengthFault(text, document) ?? tradeFault(document);
  return wrong === null ? { ok: true, document } : { ok: false, code: wrong };
}

/**
 * What the ledger needs to link a document whatever else it says: id, fair, register, epoch,
 * sequence and previous hash. `originalId` is null when it is not an id. Never throws.
 */
export function readEnvelope(text: string): EnvelopeReading {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  /* Bytes must give the text back; only the content of strings may hold an escaped U+0000. */
  if (!isStorableText(text)) return { ok: false, code: 'document_not_unicode' };
  const { content } = parsed;
  if (!isFields(content)) return { ok: false, code: 'envelope_shape' };
  const { id, fairId, registerId, epoch, sequence, previousHash, originalId } = content;
  if (
    !isId(id) ||
    !isId(fairId) ||
    !isId(registerId) ||
    !isEpoch(epoch) ||
    !isSequence(sequence) ||
    !isHash(previousHash)
  ) {
    return { ok: false, code: 'envelope_shape' };
  }
  return {
    ok: true,
    envelope: {
      id,
      fairId,
      registerId,
      epoch,
      sequence,
      previousHash,
      originalId: isId(originalId) ? originalId : null,
    },
  };
}

type Parsed =
  | { ok: true; content: unknown }
  | { ok: false; code: 'document_too_large' | 'document_not_json' };

function parse(text: string): Parsed {
  if (isLongerThan(text, documentLimits.textBytes))
    return { ok: false, code: 'document_too_large' };
  try {
    return { ok: true, content: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, code: 'document_not_json' };
  }
}
