import autocannon from 'autocannon';
import type { SmallFair } from '@phien/planning';
import { TestTill } from '@phien/sales';
import type { EntityManager } from 'typeorm';

/** Tills of a fair, one after the other at its exhibitors' booths. Their clocks stand at `at`. */
export async function enrolTills(
  em: EntityManager,
  { fairId, exhibitors, booths }: SmallFair,
  count: number,
  at?: Date,
): Promise<TestTill[]> {
  const tills: TestTill[] = [];
  for (let n = 0; n < count; n++) {
    const exhibitor = exhibitors[n % exhibitors.length]!;
    const booth = booths.find(({ id }) => id === exhibitor.boothId)!;
    const place = {
      fairId,
      exhibitorId: exhibitor.id,
      boothId: booth.id,
      boothCode: booth.code,
      zoneId: booth.zoneId,
    };
    tills.push(await TestTill.enrol(em, place, { at }));
  }
  return tills;
}

/** Rings up one sale of two lines; answers its total. */
export function sellTwoLines(till: TestTill): number {
  const line = {
    productId: null,
    classCode: 'I.3.d',
    star: 4,
    quantityMilli: 1000,
    unit: 'hộp',
    unitVnd: 60_000,
    vatRatePercent: 8,
  };
  const { totalVnd } = till.sell(0, {
    lines: [
      { ...line, name: 'Chả mực Hạ Long' },
      { ...line, name: 'Ruốc hàu Vân Đồn' },
    ],
  });
  return totalVnd;
}

export const documentsPath = (till: TestTill) =>
  `/api/fairs/${till.place.fairId}/registers/${till.registerId}/documents`;

/** For each till its next requests, signed beforehand, so that no signing is timed. */
export function preparedSales(
  tills: readonly TestTill[],
  requestsEach: number,
  salesARequest: number,
): Promise<autocannon.Request[][]> {
  return Promise.all(
    tills.map(async (till) => {
      const requests: autocannon.Request[] = [];
      for (let n = 0; n < requestsEach; n++) {
        for (let k = 0; k < salesARequest; k++) sellTwoLines(till);
        requests.push({
          method: 'POST',
          path: documentsPath(till),
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(await till.request()),
        });
      }
      return requests;
    }),
  );
}

/**
 * Sends each till's requests over a connection of its own, one after the other, all tills at once.
 * Answers how long it took, and how much of the processor the sending itself used. Throws when one
 * was not answered with 200.
 */
export async function sendAll(
  url: string,
  books: autocannon.Request[][],
): Promise<{ seconds: number; ownSeconds: number }> {
  const amount = books.reduce((sum, requests) => sum + requests.length, 0);
  let next = 0;
  const ownBefore = process.cpuUsage();
  const started = process.hrtime.bigint();
  /* autocannon itself ends on a whole second; the last answer is what counts. */
  let answered = started;
  const result = await autocannon({
    url,
    connections: books.length,
    amount,
    setupClient: (client) => {
      client.setRequests(books[next++]!);
      client.on('response', () => {
        answered = process.hrtime.bigint();
      });
    },
  });
  const own = process.cpuUsage(ownBefore);
  if (result['2xx'] !== amount) {
    throw new Error(`${amount - result['2xx']} requests were not answered with 200`);
  }
  return {
    seconds: Number(answered - started) / 1e9,
    ownSeconds: (own.user + own.system) / 1e6,
  };
}
