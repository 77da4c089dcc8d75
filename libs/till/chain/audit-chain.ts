import { verifyHead } from '../signature/head-signature';
import { extendHead, verifyChain } from './chain.rules';
import type { ChainFault, ChainHead } from './chain.rules';

/** A head that the phone signed, as it is stored. */
export interface SignedHead {
  sequence: number;
  hash: string;
  /** Base64. */
  signature: string;
}

/** What speaks for a register's epoch. */
export interface ChainEvidence {
  /** Where its chain starts: sequence 0 and the genesis of its key. */
  start: ChainHead;
  publicKeySpki: Uint8Array;
  /** Canonical texts in their order, as the database holds them now. */
  texts: readonly string[];
  signedHeads: readonly SignedHead[];
  /** Heads of closings that were kept outside the database (printed, mailed). */
  keptHeads: readonly { sequence: number; hash: string }[];
}

export type AuditFault =
  | ChainFault
  /** A signature that is not by the epoch's key over that head. */
  | 'signature_wrong'
  /** A signed or kept head that the chain does not pass through. */
  | 'signed_head_missing'
  | 'kept_head_missing';

export interface Audit {
  faults: { code: AuditFault; sequence: number }[];
  /** Up to here someone outside the database vouches for every byte; what follows is not covered. */
  coveredSequence: number;
}

/**
 * Finds what somebody with the database has edited, dropped, added, moved or written anew. A hash
 * chain alone proves nothing against them: what vouches are the phone's signatures and the heads of
 * closings that lie elsewhere.
 */
export async function auditChain(evidence: ChainEvidence): Promise<Audit> {
  const { start, publicKeySpki, texts, signedHeads, keptHeads } = evidence;
  const faults: Audit['faults'] = [];
  const reading = verifyChain(start, texts);
  if (!reading.ok) faults.push({ code: reading.code, sequence: reading.sequence });
  const hashes = [start.hash];
  let head = start;
  for (const text of texts) {
    head = extendHead(head, text);
    hashes.push(head.hash);
  }
  let coveredSequence = 0;
  for (const { sequence, hash, signature } of signedHeads) {
    const isSigned = await verifyHead(publicKeySpki, { ...start, sequence, hash }, signature);
    if (!isSigned) faults.push({ code: 'signature_wrong', sequence });
    else if (hashes[sequence] !== hash) faults.push({ code: 'signed_head_missing', sequence });
    else coveredSequence = Math.max(coveredSequence, sequence);
  }
  for (const { sequence, hash } of keptHeads) {
    if (hashes[sequence] !== hash) faults.push({ code: 'kept_head_missing', sequence });
    else coveredSequence = Math.max(coveredSequence, sequence);
  }
  return { faults, coveredSequence };
}
