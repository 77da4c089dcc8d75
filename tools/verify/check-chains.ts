import { auditChain, extendHead, genesisHash, readDocument, toBase64 } from '@phien/till';
import { factsOf, type Parcel } from '@phien/parcel';
import {
  bytesOf,
  hexOf,
  type ClosingHeadRow,
  type EpochRow,
  type LinkRow,
  type RegisterRow,
  type SignedHeadRow,
} from './archive-rows';
import { contentOf, type Content } from './document-content';
import { allRows, groupsOf, rowsOf } from './read-rows';
import type { Faults, Uncovered } from './verdict';

/** One document as its chain has it. */
export interface Chained {
  registerId: string;
  epoch: number;
  sequence: number;
  /** Of its link, hex. */
  hash: string;
  /** What a booking must say of it; null when it cannot be read, and so cannot be booked. */
  content: Content | null;
}

export interface CheckedChains {
  documents: Map<string, Chained>;
  chainCount: number;
  signatureCount: number;
  uncovered: Uncovered[];
}

const keyOf = (row: { register_id: string; epoch: number }) => `${row.register_id} ${row.epoch}`;

function grouped<T extends { register_id: string; epoch: number }>(rows: readonly T[]) {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

/**
 * Walks every chain from the genesis of its phone's key: every hash, every signature over a head,
 * and every head that a closing names. What follows the last signed head is counted as uncovered.
 */
export async function checkChains(parcel: Parcel, faults: Faults): Promise<CheckedChains> {
  const epochs = new Map(
    (await allRows<EpochRow>(parcel, 'register_epoch')).map((row) => [keyOf(row), row]),
  );
  const names = new Map(
    (await allRows<RegisterRow>(parcel, 'register')).map(({ id, name }) => [id, name]),
  );
  const signed = grouped(await allRows<SignedHeadRow>(parcel, 'signed_head'));
  const closed = grouped(await allRows<ClosingHeadRow>(parcel, 'closing_head'));
  const checked: CheckedChains = {
    documents: new Map(),
    chainCount: 0,
    signatureCount: 0,
    uncovered: [],
  };
  const walked = new Set<string>();
  for await (const { key, rows } of groupsOf(rowsOf<LinkRow>(parcel, 'link'), keyOf)) {
    const epoch = epochs.get(key);
    if (epoch === undefined || walked.has(key)) {
      faults.add(factsOf('link'), `documents of ${key}, which has no such phone, or stand apart`);
      continue;
    }
    walked.add(key);
    const heads = signed.get(key) ?? [];
    const coveredSequence = await walk({ epoch, rows, heads, closed: closed.get(key) ?? [] });
    checked.chainCount += 1;
    checked.signatureCount += heads.length;
    const documents = rows.length - coveredSequence;
    if (documents > 0) {
      const register = names.get(epoch.register_id) ?? epoch.register_id;
      checked.uncovered.push({ register, epoch: epoch.epoch, documents });
    }
  }
  for (const key of [...signed.keys(), ...closed.keys()]) {
    if (!walked.has(key)) faults.add(factsOf('link'), `the chain of ${key} is missing`);
  }
  return checked;

  async function walk(chain: {
    epoch: EpochRow;
    rows: LinkRow[];
    heads: SignedHeadRow[];
    closed: ClosingHeadRow[];
  }): Promise<number> {
    const { epoch, rows, heads } = chain;
    const phone = `${names.get(epoch.register_id) ?? epoch.register_id}, ${epoch.epoch}`;
    const who = {
      fairId: epoch.fair_id,
      registerId: epoch.register_id,
      epoch: epoch.epoch,
    };
    const publicKeySpkiHex = hexOf(epoch.public_key);
    const genesis = Buffer.from(genesisHash({ ...who, publicKeySpkiHex })).toString('hex');
    if (genesis !== hexOf(epoch.genesis)) {
      faults.add(factsOf('register_epoch'), `${phone}: the chain does not begin with its key`);
    }
    const start = { ...who, sequence: 0, hash: genesis };
    const texts: string[] = [];
    const hashes = [genesis];
    let head = start;
    for (const row of rows) {
      const text = bytesOf(row.canonical).toString('utf8');
      texts.push(text);
      head = extendHead(head, text);
      hashes.push(head.hash);
      if (head.hash !== hexOf(row.hash)) {
        faults.add(factsOf('link'), `${phone}, number ${row.sequence}: not what was hashed`);
      }
      const reading = readDocument(text);
      checked.documents.set(row.document_id, {
        ...who,
        sequence: row.sequence,
        hash: head.hash,
        content: reading.ok
          ? contentOf(reading.document, { epoch: phoneOf(epoch), receivedAt: row.received_at })
          : null,
      });
      if (reading.ok && reading.document.id !== row.document_id) {
        faults.add(factsOf('link'), `${phone}, number ${row.sequence}: another document's id`);
      }
    }
    const audit = await auditChain({
      start,
      publicKeySpki: bytesOf(epoch.public_key),
      texts,
      signedHeads: heads.map(({ sequence, hash, signature }) => ({
        sequence,
        hash: hexOf(hash),
        signature: toBase64(bytesOf(signature)),
      })),
      keptHeads: [],
    });
    for (const { code, sequence } of audit.faults) {
      const where = code === 'signature_wrong' ? 'signed_head' : 'link';
      faults.add(factsOf(where), `${phone}, number ${sequence}: ${code}`);
    }
    for (const { day, revision, sequence, hash } of chain.closed) {
      if (hashes[sequence] !== hexOf(hash)) {
        faults.add(
          factsOf('closing_head'),
          `${day} r${revision}: ${phone} does not pass through the head at ${sequence}`,
        );
      }
    }
    return audit.coveredSequence;
  }

  function phoneOf(epoch: EpochRow): EpochRow {
    return epochs.get(keyOf({ ...epoch, epoch: epoch.phone_epoch })) ?? epoch;
  }
}
