import { makeFair } from '@phien/planning';
import type { TestDatabase } from '@phien/store';
import {
  canonicalText,
  documentLimits,
  extendHead,
  type ChainHead,
  type TillDocument,
} from '@phien/till';
import { deliveryDoor } from '../testing/deliver-to';
import { openSalesDatabase } from '../testing/sales-database';
import { TestTill } from '../testing/test-till';

const NOON = new Date('2025-10-28T05:00:00Z');
const MORNING = new Date('2025-10-28T01:30:00Z');

let database: TestDatabase;
let till: TestTill;
let start: ChainHead;
let sale: TillDocument;
let door: ReturnType<typeof deliveryDoor>;

beforeAll(async () => {
  database = await openSalesDatabase();
});

beforeEach(async () => {
  const fair = await makeFair(database.dataSource.manager);
  const [exhibitor] = fair.exhibitors;
  const booth = fair.booths.find(({ id }) => id === exhibitor?.boothId);
  if (!exhibitor || !booth) throw new Error('the small fair has an exhibitor at a booth');
  const place = { fairId: fair.fairId, exhibitorId: exhibitor.id, boothId: booth.id };
  till = await TestTill.enrol(
    database.dataSource.manager,
    { ...place, boothCode: booth.code, zoneId: booth.zoneId },
    { at: MORNING },
  );
  start = till.chain.head;
  sale = till.sell(10_000);
  door = deliveryDoor(database.dataSource, NOON);
});

afterAll(() => database.close());

/** Signs what the till's own software would not issue, as someone with its key could. */
async function signed(contents: object[]) {
  let head = start;
  const texts: string[] = [];
  for (const content of contents) {
    const { sequence, hash } = head;
    const text = canonicalText({ ...content, sequence: sequence + 1, previousHash: hash });
    texts.push(text);
    head = extendHead(head, text);
  }
  return till.sign(texts, head);
}

const saleOf = (amountVnd: number) => ({
  ...sale,
  id: till.registerId,
  lines: [{ ...sale.lines[0], unitVnd: amountVnd, amountVnd, vatRatePercent: null, vatVnd: null }],
  payments: [{ ...sale.payments[0], amountVnd, tenderedVnd: amountVnd }],
  totalVnd: amountVnd,
});

function saleOfBytes(bytes: number) {
  const room = bytes - Buffer.byteLength(canonicalText({ ...sale, reason: '' }), 'utf8');
  return { ...sale, id: till.registerId, reason: 'x'.repeat(room) };
}

function saleOfLongLines() {
  const free = { unitVnd: 0, amountVnd: 0, vatVnd: 0, name: 'ế'.repeat(200) };
  const more = Array.from({ length: 79 }, (_, at) => ({ ...sale.lines[0], ...free, no: at + 2 }));
  return { ...sale, id: till.registerId, lines: [...sale.lines, ...more] };
}

describe('a document beyond the limits', () => {
  it.each([
    ['of 9,007,199,254,740,991 đồng', () => saleOf(9_007_199_254_740_991), 'amount_out_of_range'],
    ['of ten billion đồng and one', () => saleOf(10_000_000_001), 'amount_out_of_range'],
    ['that could not be voided', saleOfLongLines, 'document_too_long'],
    [
      'of two stars',
      () => ({ ...saleOf(1), lines: [{ ...saleOf(1).lines[0], star: 2 }] }),
      'document_shape',
    ],
    [
      'of a class that is none',
      () => ({ ...saleOf(1), lines: [{ ...saleOf(1).lines[0], classCode: 'unclassified' }] }),
      'document_shape',
    ],
    ['of 64 KiB', () => saleOfBytes(documentLimits.textBytes), 'document_shape'],
  ])('%s is linked and set aside, and the chain goes on', async (_, content, code) => {
    const { results } = await door.post(till, await signed([content(), sale]));
    expect(results).toMatchObject([
      { link: 'stored', booking: 'set_aside', code },
      { link: 'stored', booking: 'booked', code: null },
    ]);
  });

  it('of ten billion đồng is booked', async () => {
    const { results } = await door.post(till, await signed([saleOf(10_000_000_000), sale]));
    expect(results).toMatchObject([{ booking: 'booked' }, { booking: 'booked' }]);
  });

  it('of more than 64 KiB is refused, for no link holds it', async () => {
    const content = saleOfBytes(documentLimits.textBytes + 1);
    const request = await signed([content]);
    await expect(door.post(till, request)).rejects.toMatchObject({
      code: 'document_too_large',
      kind: 'invalid',
    });
  });
});
