import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { readEnvelope } from '../document/read-document';

/** A register in one epoch: one device, one key, one chain of documents. */
export interface RegisterEpoch {
  fairId: string;
  registerId: string;
  epoch: number;
}

/** The last document of a chain; sequence 0 and the genesis hash before the first. */
export interface ChainHead extends RegisterEpoch {
  sequence: number;
  /** Hex of the head's hash. */
  hash: string;
}

export type ChainFault =
  | 'chain_document_unreadable'
  | 'chain_of_another_register'
  | 'chain_sequence_skips'
  | 'chain_previous_hash_differs'
  | 'chain_head_differs';

export type ChainReading =
  | { ok: true; head: ChainHead }
  /** `sequence` is the place in the chain that does not hold. */
  | { ok: false; code: ChainFault; sequence: number };

/** sha256 of utf8 `fair:register:epoch:hex(SPKI)`: what the first document of an epoch extends. */
export function genesisHash(
  epoch: RegisterEpoch & { publicKeySpkiHex: string },
): Uint8Array<ArrayBuffer> {
  const { fairId, registerId, publicKeySpkiHex } = epoch;
  return bytes(sha256(utf8ToBytes(`${fairId}:${registerId}:${epoch.epoch}:${publicKeySpkiHex}`)));
}

/** sha256(previous hash ‖ canonical bytes) */
export function linkHash(
  previousHash: Uint8Array,
  canonicalBytes: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return bytes(sha256.create().update(previousHash).update(canonicalBytes).digest());
}

/* noble gives a view of memory of its own; a copy is what WebCrypto and IndexedDB take. */
function bytes(hash: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hash);
}

/** The head after one more canonical text; the text is taken as it is, not verified. */
export function extendHead(head: ChainHead, text: string): ChainHead {
  const hash = linkHash(hexToBytes(head.hash), utf8ToBytes(text));
  return { ...head, sequence: head.sequence + 1, hash: bytesToHex(hash) };
}

/**
 * Walks a chain from a head one trusts (the genesis, or any signed head) and finds the first place
 * where a document was edited, dropped, added or moved. What was cut off or rewritten at the end is
 * found only against the head it should reach, so pass `expected` when one is known.
 */
export function verifyChain(
  from: ChainHead,
  texts: readonly string[],
  expected?: { sequence: number; hash: string },
): ChainReading {
  let head = from;
  for (const text of texts) {
    const sequence = head.sequence + 1;
    const reading = readEnvelope(text);
    if (!reading.ok) return { ok: false, code: 'chain_document_unreadable', sequence };
    const { envelope } = reading;
    if (
      envelope.fairId !== from.fairId ||
      envelope.registerId !== from.registerId ||
      envelope.epoch !== from.epoch
    ) {
      return { ok: false, code: 'chain_of_another_register', sequence };
    }
    if (envelope.sequence !== sequence)
      return { ok: false, code: 'chain_sequence_skips', sequence };
    if (envelope.previousHash !== head.hash) {
      return { ok: false, code: 'chain_previous_hash_differs', sequence };
    }
    head = extendHead(head, text);
  }
  if (expected && (expected.sequence !== head.sequence || expected.hash !== head.hash)) {
    return { ok: false, code: 'chain_head_differs', sequence: head.sequence };
  }
  return { ok: true, head };
}
