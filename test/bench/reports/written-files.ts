import { deflateRawSync } from 'node:zlib';
import type { FileSubject } from '@phien/reports';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { Child } from '../child';
import { line, median } from '../figures';
import type { FileAnswer, FileOrder } from './file-writer.messages';

const SALES = 20_000;
const ROUNDS = 5;
const GOAL_RATIO = 2;
const GOAL_MEGABYTES = 60;

/**
 * An exhibitor's sales for its invoices, 20,000 lines, as a workbook, against a bare deflate of the very
 * sheet and texts that came of it, in turns. Each workbook is made by a process of its own, which has
 * made a small one before: what is counted is the file and not the reading of our code.
 */
export async function measureWorkbook(): Promise<void> {
  const written: FileAnswer[] = [];
  const deflated: number[] = [];
  let sheetBytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const writer = new Child<FileOrder, FileAnswer>('reports/file-writer');
    try {
      await made(writer, salesExport(100));
      const answer = await made(writer, salesExport(SALES));
      written.push(answer);
      const parts = await sheetsOf(Buffer.from(answer.bytes));
      sheetBytes = parts.reduce((sum, { length }) => sum + length, 0);
      deflated.push(secondsOf(() => parts.forEach((part) => deflateRawSync(part))));
    } finally {
      writer.end();
    }
  }
  const seconds = median(written.map(({ processorSeconds }) => processorSeconds));
  const bare = median(deflated);
  const megabytes = median(written.map(({ moreMegabytes }) => moreMegabytes));
  const size = written[0]?.bytes.length ?? 0;
  line(
    `a workbook of ${SALES} lines of 21 cells`,
    'processor s',
    'bare deflate s',
    `ratio, goal ${GOAL_RATIO}`,
    `MB, goal ${GOAL_MEGABYTES}`,
  );
  line(
    `  medians of ${ROUNDS}`,
    seconds.toFixed(2),
    bare.toFixed(2),
    (seconds / bare).toFixed(2),
    `+${megabytes.toFixed(0)}`,
  );
  console.log(
    `  ${(sheetBytes / 1e6).toFixed(1)} MB of sheets and texts in ${(size / 1e6).toFixed(2)} MB of workbook; the deflate is zlib's own at its usual level`,
  );
}

async function made(writer: Child<FileOrder, FileAnswer>, subject: FileSubject) {
  const answer = await writer.ask({ subject });
  if (answer.failure) throw new Error(answer.failure);
  return answer;
}

function secondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** What a workbook's sheets and texts are before they are packed. */
async function sheetsOf(workbook: Buffer): Promise<Buffer[]> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(workbook, { lazyEntries: true }, (failure, opened) =>
      failure ? reject(failure) : resolve(opened),
    );
  });
  const parts: Buffer[] = [];
  for await (const entry of zip.eachEntry()) {
    if (/sheet\d+\.xml$|sharedStrings\.xml$/.test(entry.fileName))
      parts.push(await read(zip, entry));
  }
  return parts;
}

function salesExport(count: number): FileSubject {
  const at = (n: number) => new Date(Date.UTC(2025, 9, 28, 1) + n * 2_000).toISOString();
  const lines = Array.from({ length: count }, (_, n) => {
    const amountVnd = 60_000 + (n % 17) * 5_000;
    const vatVnd = Math.round((amountVnd * 8) / 108);
    return {
      number: `A01-1-${String(n + 1).padStart(6, '0')}`,
      day: '2025-10-28',
      at: at(n),
      kind: 'sale' as const,
      originalNumber: null,
      takenBack: 'none' as const,
      methods: [n % 3 === 0 ? ('vietqr' as const) : ('cash' as const)],
      lineNo: 1,
      productCode: String(8_930_000_000_000 + (n % 40)),
      name: n % 2 === 0 ? 'Chả mực Hạ Long' : 'Ruốc hàu Vân Đồn',
      unit: 'hộp',
      quantityMilli: 1_000 + 500 * (n % 5),
      unitVnd: amountVnd,
      discountVnd: 0,
      netVnd: amountVnd - vatVnd,
      ratePercent: 8,
      vatVnd,
      amountVnd,
    };
  });
  const amountVnd = lines.reduce((sum, one) => sum + one.amountVnd, 0);
  const vatVnd = lines.reduce((sum, one) => sum + one.vatVnd, 0);
  return {
    paper: {
      kind: 'sales_export',
      contentHash: '0'.repeat(64),
      edition: 1,
      content: {
        asOf: at(count),
        isProvisional: false,
        fair: {
          code: 'do-toc-do',
          nameVi: 'Hội chợ để đo tốc độ',
          nameEn: 'A fair to measure speed on',
          venueVi: '',
          venueEn: '',
          timeZone: 'Asia/Ho_Chi_Minh',
          isDemo: true,
        },
        exhibitor: {
          id: '01890000-0003-7000-8000-000000000001',
          name: 'Hợp tác xã để đo tốc độ',
          taxCode: '5700000000',
          paysVat: true,
        },
        day: null,
        days: [],
        lines,
        totals: { documentCount: count, netVnd: amountVnd - vatVnd, vatVnd, amountVnd },
      },
    },
    language: 'vi',
    format: 'xlsx',
  };
}

async function read(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry);
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
