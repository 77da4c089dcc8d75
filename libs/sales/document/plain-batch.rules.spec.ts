import { createHash } from 'node:crypto';
import type { TillDocument } from '@phien/till';
import type { DeliveredDocument, Delivery } from './delivery';
import { headBehind, sortPlain, type KnownHead } from './plain-batch.rules';

const fairId = 'fair';
const exhibitorId = 'exhibitor';
const noon = new Date('2025-10-28T05:00:00Z');
const start: KnownHead = { sequence: 7, hash: Buffer.alloc(32, 7), lastAt: noon };
const minutes = (n: number) => new Date(noon.getTime() + n * 60_000);

function next(
  after: { sequence: number; hash: Buffer },
  said: Partial<TillDocument> = {},
  correctedAt = noon,
): DeliveredDocument {
  const sequence = after.sequence + 1;
  const document = { id: `id-${sequence}`, exhibitorId, ...said } as TillDocument;
  return {
    documentId: document.id,
    sequence,
    previousHash: after.hash,
    hash: createHash('sha256').update(after.hash).update(String(sequence)).digest(),
    canonical: Buffer.from('{}'),
    originalId: null,
    reading: { ok: true, document },
    moment: { correctedAt, fairDay: '2025-10-28', fairMinute: 720, flags: [] },
  };
}

const delivery = (registerId: string, ...documents: DeliveredDocument[]) =>
  ({
    fairId,
    registerId,
    epoch: 1,
    standing: { exhibitorId },
    documents,
    receivedAt: noon,
  }) as unknown as Delivery;

const known = new Map([
  [`${fairId}:a:1`, start],
  [`${fairId}:b:1`, start],
]);
const sort = (...deliveries: Delivery[]) => sortPlain(deliveries, (chain) => known.get(chain));

describe('what goes on where its chain stood', () => {
  it('is plain over several deliveries of a register, and says where the chain stands then', () => {
    const first = next(start);
    const second = next(first);
    const third = next(second);
    const { plain, others } = sort(delivery('a', third), delivery('a', first, second));
    expect(others).toEqual([]);
    expect(plain.bookables.map(({ document }) => document.id)).toEqual(['id-8', 'id-9', 'id-10']);
    expect(plain.heads).toEqual(
      new Map([[`${fairId}:a:1`, { sequence: 10, hash: third.hash, lastAt: noon }]]),
    );
  });

  it('is flagged when it is dated before the one it follows, the known head included', () => {
    const [early, later, back] = [minutes(-6), minutes(9), minutes(3)];
    const first = next(start, {}, early);
    const second = next(first, {}, later);
    const { plain } = sort(delivery('a', first, second, next(second, {}, back)));
    const flags = plain.bookables.map(({ moment }) => moment.flags);
    expect(flags).toEqual([['clock_backwards'], [], ['clock_backwards']]);
  });
});

describe('what has to be looked at', () => {
  const first = next(start);
  const unread = { ...first, reading: { ok: false, code: 'document_shape' }, moment: undefined };
  it.each([
    ['of a chain that nobody knows', 'c', [first]],
    ['that skips a number', 'a', [next(first)]],
    ['that comes again', 'a', [next({ ...start, sequence: 6 })]],
    ['that continues another chain', 'a', [next({ ...start, hash: Buffer.alloc(32, 9) })]],
    ['that cannot be read', 'a', [unread as unknown as DeliveredDocument]],
    ['of another exhibitor', 'a', [next(start, { exhibitorId: 'other' })]],
    [
      'that stands for one whose id was taken',
      'a',
      [next(start, { reissueOf: { id: 'id', epoch: 1, sequence: 1 } })],
    ],
    ['behind a good one', 'a', [first, next(first, { exhibitorId: 'other' })]],
  ])('a document %s, and it costs no other register', (_, registerId, documents) => {
    const asked = delivery(registerId, ...documents);
    const neighbour = delivery('b', next(start));
    const { plain, others } = sort(asked, neighbour);
    expect(others).toEqual([asked]);
    expect(plain.deliveries).toEqual([neighbour]);
  });
});

describe('where a chain stands behind a delivery', () => {
  const document = next(start);
  const asked = delivery('a', document);
  const booked = { id: 'id-8', link: 'stored', booking: 'booked', code: null } as const;
  const head = { sequence: 8, hash: document.hash };

  it('is known when its last document was booked now', () => {
    expect(headBehind(asked, { answers: [booked], head })).toEqual({ ...head, lastAt: noon });
  });

  it.each([
    ['came before', { answers: [{ ...booked, link: 'duplicate' as const }], head }],
    ['was set aside', { answers: [{ ...booked, booking: 'set_aside' as const }], head }],
    ['is not the last', { answers: [booked], head: { ...head, sequence: 9 } }],
  ])('is not when it %s', (_, answer) => {
    expect(headBehind(asked, answer)).toBeNull();
  });
});
