/** A document as it arrived: its number, its bytes, and their hash in the chain. */
export interface Arrival {
  documentId: string;
  sequence: number;
  previousHash: Buffer;
  hash: Buffer;
}

/** Where the register's chain stands: sequence 0 with the epoch's genesis before its first link. */
export interface Head {
  sequence: number;
  hash: Buffer;
}

/** What the ledger already holds under an arrival's number and under its id. */
export interface Known {
  hashOfNumber: Buffer | null;
  hashOfId: Buffer | null;
}

export type LinkAnswer = 'stored' | 'duplicate' | 'behind' | 'conflict';

/** Why a document does not link: its id or its number has other bytes, or it continues another chain. */
export type Clash = 'id_taken' | 'number_taken' | 'chain_differs';

const isSame = (a: Buffer | null | undefined, b: Buffer) => a?.equals(b) ?? false;

/**
 * Sorts one register's arrivals (ascending by sequence) into what extends its chain and what does
 * not: `duplicate` (the same bytes are there), `conflict` (other bytes are there, or the chain it
 * continues is not ours; `clashes` says which), `behind` (numbers are missing: send from head + 1). Answers the head after.
 * `linkedIds` holds what other registers of the fair link in the same transaction, and is added to.
 */
export function sortOut<T extends Arrival>(
  head: Head,
  arrivals: readonly T[],
  knownOf: (arrival: T) => Known,
  linkedIds: Map<string, Buffer> = new Map(),
): { answers: LinkAnswer[]; clashes: Map<T, Clash>; head: Head } {
  let now = head;
  const clashes = new Map<T, Clash>();
  const linkedNumbers = new Map<number, Buffer>();
  const answers = arrivals.map((arrival): LinkAnswer => {
    const known = knownOf(arrival);
    const hashOfId = known.hashOfId ?? linkedIds.get(arrival.documentId) ?? null;
    const hashOfNumber = known.hashOfNumber ?? linkedNumbers.get(arrival.sequence) ?? null;
    if (isSame(hashOfNumber, arrival.hash) && isSame(hashOfId, arrival.hash)) return 'duplicate';
    const clash = (why: Clash) => {
      clashes.set(arrival, why);
      return 'conflict' as const;
    };
    if (hashOfId !== null && !isSame(hashOfId, arrival.hash)) return clash('id_taken');
    if (hashOfId !== null || hashOfNumber !== null) return clash('number_taken');
    if (arrival.sequence > now.sequence + 1) return 'behind';
    if (arrival.sequence <= now.sequence || !arrival.previousHash.equals(now.hash)) {
      return clash('chain_differs');
    }
    now = { sequence: arrival.sequence, hash: arrival.hash };
    linkedIds.set(arrival.documentId, arrival.hash);
    linkedNumbers.set(arrival.sequence, arrival.hash);
    return 'stored';
  });
  return { answers, clashes, head: now };
}
