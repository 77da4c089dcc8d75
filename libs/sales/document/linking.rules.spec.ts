import { createHash } from 'node:crypto';
import { sortOut, type Arrival, type Known } from './linking.rules';

const nothing: Known = { hashOfId: null, hashOfNumber: null };
const genesis = { sequence: 0, hash: createHash('sha256').update('genesis').digest() };

function chain(length: number, from = genesis): Arrival[] {
  const arrivals: Arrival[] = [];
  let { hash, sequence } = from;
  for (let n = 0; n < length; n++) {
    sequence += 1;
    const previousHash = hash;
    hash = createHash('sha256').update(previousHash).update(`sale ${sequence}`).digest();
    arrivals.push({ documentId: `id-${sequence}`, sequence, previousHash, hash });
  }
  return arrivals;
}

describe('what extends the chain', () => {
  it('links a run of documents and moves the head to the last', () => {
    const run = chain(3);
    const { answers, head } = sortOut(genesis, run, () => nothing);
    expect(answers).toEqual(['stored', 'stored', 'stored']);
    expect(head).toEqual({ sequence: 3, hash: run[2]?.hash });
  });

  it('says duplicate only when the same bytes stand under the same number and id', () => {
    const [first] = chain(1) as [Arrival];
    const other = Buffer.alloc(32, 7);
    const table: [Known, string][] = [
      [{ hashOfNumber: first.hash, hashOfId: first.hash }, 'duplicate'],
      [{ hashOfNumber: other, hashOfId: null }, 'conflict'],
      [{ hashOfNumber: null, hashOfId: other }, 'conflict'],
      [{ hashOfNumber: other, hashOfId: first.hash }, 'conflict'],
      [{ hashOfNumber: first.hash, hashOfId: null }, 'conflict'],
    ];
    for (const [known, expected] of table) {
      const { answers, head } = sortOut(genesis, [first], () => known);
      expect(answers).toEqual([expected]);
      expect(head).toEqual(genesis);
    }
  });

  it('says what clashes: the id, the number, or the chain that it continues', () => {
    const [first] = chain(1) as [Arrival];
    const [strange] = chain(1, { sequence: 0, hash: Buffer.alloc(32, 9) }) as [Arrival];
    const other = Buffer.alloc(32, 7);
    const clashOf = (arrival: Arrival, known: Known) =>
      sortOut(genesis, [arrival], () => known).clashes.get(arrival);
    expect(clashOf(first, { hashOfNumber: null, hashOfId: other })).toBe('id_taken');
    expect(clashOf(first, { hashOfNumber: other, hashOfId: other })).toBe('id_taken');
    expect(clashOf(first, { hashOfNumber: other, hashOfId: null })).toBe('number_taken');
    expect(clashOf(strange, nothing)).toBe('chain_differs');
    expect(clashOf(first, nothing)).toBeUndefined();
  });

  it('asks for the missing numbers, and blocks nothing but what hangs on them', () => {
    const run = chain(4);
    const { answers, head } = sortOut(
      genesis,
      [run[0], run[2], run[3]] as Arrival[],
      () => nothing,
    );
    expect(answers).toEqual(['stored', 'behind', 'behind']);
    expect(head.sequence).toBe(1);
  });

  it('refuses to continue a chain that is not ours', () => {
    const strange = chain(1, { sequence: 0, hash: Buffer.alloc(32, 9) });
    expect(sortOut(genesis, strange, () => nothing).answers).toEqual(['conflict']);
  });

  it('knows the same document twice in one request', () => {
    const [first] = chain(1) as [Arrival];
    expect(sortOut(genesis, [first, first], () => nothing).answers).toEqual([
      'stored',
      'duplicate',
    ]);
  });

  it('refuses an id that another register of the fair takes at the same time', () => {
    const linkedIds = new Map<string, Buffer>();
    const [ours] = chain(1) as [Arrival];
    const [theirs] = chain(1, { sequence: 0, hash: Buffer.alloc(32, 3) }) as [Arrival];
    const other = { sequence: 0, hash: Buffer.alloc(32, 3) };
    expect(sortOut(genesis, [ours], () => nothing, linkedIds).answers).toEqual(['stored']);
    expect(sortOut(other, [theirs], () => nothing, linkedIds).answers).toEqual(['conflict']);
  });

  it('refuses one id under two numbers of one request', () => {
    const [first, second] = chain(2) as [Arrival, Arrival];
    const twice = { ...second, documentId: first.documentId };
    expect(sortOut(genesis, [first, twice], () => nothing).answers).toEqual(['stored', 'conflict']);
  });
});
