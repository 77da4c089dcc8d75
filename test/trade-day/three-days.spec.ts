import { TestPhone } from '@phien/identity';
import { ARCHIVE, Parcel } from '@phien/parcel';
import { pdfText, unzipped, workbookCells, type ReportDto } from '@phien/reports';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { RegisterAnswer } from '../../tools/simulate/fair-answers';
import { FairServer } from '../fair-server';
import { Caller, eventually } from './caller';
import { ForgottenPhone } from './forgotten-phone';

interface DayState {
  day: string;
  state: string;
  revision: number | null;
  closesByItselfAt: string | null;
}

interface Closing {
  revision: number;
  hash: string;
  closedByName: string | null;
  isComplete: boolean;
  documentCount: number;
  measuredVnd: number;
  declaredVnd: number;
  totalVnd: number;
  salesCount: number;
  unclosedRegisters: { boothCode: string; exhibitorName: string }[];
  difference: {
    revision: number;
    documentCount: number;
    totalVnd: number;
    booths: { boothCode: string; documentCount: number; totalVnd: number }[];
  } | null;
}

interface Paper {
  id: string;
  isProvisional: boolean;
  days: { day: string; revision: number | null }[];
  files: { file: string; language: string; format: string; state: string; sha256: string }[];
}

/** What the ledger itself says of a day, read without the product. */
interface Ledger {
  measuredVnd: number;
  declaredVnd: number;
  sales: number;
  byMethod: Record<string, number>;
}

/* Limits are against what hangs alone. */
const MINUTE = 60_000;
const CODE = 'ba-ngay';
const DAYS = ['2025-11-20', '2025-11-21', '2025-11-22'] as const;
const [FIRST, SECOND, THIRD] = DAYS;
/* Fair time runs so fast while the simulator plays. */
const FAST = 240;
const at = (day: string, time: string) => `${day}T${time}:00+07:00`;
const dotted = (vnd: number) => String(vnd).replace(/\B(?=(\d{3})+$)/g, '.');
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const changedAt = (bytes: Buffer, place: number) => {
  const changed = Buffer.from(bytes);
  changed[place] = (changed[place] ?? 0) ^ 0x04;
  return changed;
};

describe('a fair of three days', () => {
  let server: FairServer;
  let organizer: Caller;
  let phone: ForgottenPhone;
  let fairId: string;
  let ofFair: string;
  let folder: string;
  const late: { id: string; totalVnd: number }[] = [];

  const invite = async (login: string, wanted: object) => {
    const { token } = await organizer.post<{ token: string }>(`${ofFair}/invitations`, wanted);
    const password = 'một câu thật dài';
    return Caller.join(server.url, token, { login, name: `Người giữ vai ${login}`, password });
  };
  const play = (day: string) =>
    server.run('tools/simulate/main', [
      ...['--url', server.url, '--fair', CODE, '--booths', '12', '--minutes', '20'],
      ...['--day', 'saturday', '--seed', `three days ${day}`],
    ]);
  const dayState = async (day: string) =>
    (await organizer.get<DayState[]>(`${ofFair}/days`)).find((each) => each.day === day)!;
  const closings = (day: string) => organizer.get<Closing[]>(`${ofFair}/days/${day}/closings`);
  const closed = (day: string, revision: number) =>
    eventually(async () => {
      const found = (await closings(day)).find((each) => each.revision === revision);
      if (found === undefined) return undefined;
      const files = await organizer.get<ReportDto[]>(`${ofFair}/reports`);
      const own = files.filter((file) => file.day === day && file.revision === revision);
      return own.filter(({ state }) => state === 'ready').length >= 2 && found;
    }, 5 * MINUTE);
  const download = async (path: string) => {
    const answer = await organizer.fetch(path);
    expect([path, answer.status]).toEqual([path, 200]);
    return Buffer.from(await answer.arrayBuffer());
  };
  const report = (day: string, revision: number, format: string) =>
    download(`${ofFair}/reports/${day}/${revision}/end_of_day.vi.${format}`);
  const paper = async (who: Caller, wanted: object) => {
    const { id } = await who.post<Paper>(`${ofFair}/papers`, { language: 'vi', ...wanted });
    const ready = await eventually(async () => {
      const found = (await who.get<Paper[]>(`${ofFair}/papers`)).find((each) => each.id === id);
      const own = found?.files.filter(({ language }) => language === 'vi') ?? [];
      return own.every(({ state }) => state === 'ready') && found;
    }, 5 * MINUTE);
    const files = new Map<string, Buffer>();
    for (const { file, format, language } of ready.files) {
      if (language === 'vi') files.set(format, await download(`${ofFair}/papers/${id}/${file}`));
    }
    return { ...ready, content: (format: string) => files.get(format)! };
  };
  const lookUp = async (hash: string, url = server.url) => {
    const answer = await fetch(`${url}/api/verify/${hash}`);
    const said = (await answer.json()) as Record<string, Record<string, unknown> | null>;
    return said.closing ?? said;
  };

  const query = async <Row>(text: string, values: unknown[] = []) => {
    const client = new Client({ connectionString: server.databaseUrl });
    await client.connect();
    try {
      return (await client.query(text, [fairId, ...values])).rows as Row[];
    } finally {
      await client.end();
    }
  };
  const ledgerOf = async (day: string): Promise<Ledger> => {
    const [totals] = await query<{ measured: string; declared: string; sales: string }>(
      `SELECT (SELECT sum(total_vnd) FROM document WHERE fair_id = $1 AND fair_day = $2) AS measured,
              (SELECT count(*) FROM document
                WHERE fair_id = $1 AND fair_day = $2 AND kind = 'sale') AS sales,
              (SELECT coalesce(sum(amount_vnd), 0) FROM declared_sale s
                WHERE fair_id = $1 AND fair_day = $2 AND NOT EXISTS (SELECT 1 FROM declared_sale n
                  WHERE n.fair_id = s.fair_id AND n.revises = s.id)) AS declared`,
      [day],
    );
    const methods = await query<{ method: string; vnd: string }>(
      `SELECT p.method, sum(p.amount_vnd) AS vnd FROM document_payment p
         JOIN document d ON d.fair_id = p.fair_id AND d.id = p.document_id
        WHERE d.fair_id = $1 AND d.fair_day = $2 GROUP BY p.method`,
      [day],
    );
    return {
      measuredVnd: Number(totals?.measured),
      declaredVnd: Number(totals?.declared),
      sales: Number(totals?.sales),
      byMethod: Object.fromEntries(methods.map(({ method, vnd }) => [method, Number(vnd)])),
    };
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'phien-three-days-'));
    server = await FairServer.open({ opensAt: at(FIRST, '09:10') });
    organizer = await Caller.signIn(server, 'organizer');
    const opened = await organizer.post<{ id: string }>('/api/fairs', {
      ...{ template: 'ocop-160', code: CODE, startsOn: FIRST, days: 3 },
      ...{ nameVi: 'Hội chợ ba ngày', nameEn: 'A fair of three days' },
    });
    fairId = opened.id;
    ofFair = `/api/fairs/${fairId}`;
    /* So that the money of each booth is in the workbook, to be added up. */
    const shown = await organizer.fetch(`${ofFair}/booth-money`, {
      method: 'PUT',
      body: JSON.stringify({ visibleTo: 'officials' }),
    });
    expect(shown.status).toBe(200);
    const registers = await organizer.post<RegisterAnswer[]>(`${ofFair}/registers`);
    phone = await ForgottenPhone.enrol(organizer, registers.at(-1)!, fairId);
  }, 10 * MINUTE);

  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  }, 5 * MINUTE);

  it(
    'closes its first day by itself once the grace is over, and names the phone that is missing',
    async () => {
      phone.openShift(new Date(at(FIRST, '09:05')));
      expect(await phone.send(organizer)).toEqual(['stored booked']);
      for (let sale = 0; sale < 10; sale += 1) {
        const when = new Date(at(FIRST, `1${sale}:20`));
        late.push(phone.sell(sale + 1, sale % 2 === 0 ? 'cash' : 'vietqr', when));
      }
      phone.closeShift(new Date(at(FIRST, '21:40')));
      /* A day lasts three minutes: they begin when everything is open. */
      await server.moveClock(at(FIRST, '09:30'), FAST);
      expect(await play(FIRST)).toMatch(/lost 0, .*money difference 0 VND/);
      expect(await dayState(FIRST)).toMatchObject({
        state: 'open',
        closesByItselfAt: new Date(at(FIRST, '23:00')).toISOString(),
      });
      await server.moveClock(at(FIRST, '23:00'));
      const closing = await closed(FIRST, 1);
      const { measuredVnd, declaredVnd, sales } = await ledgerOf(FIRST);
      expect(sales).toBeGreaterThan(12);
      expect(closing).toMatchObject({
        ...{ closedByName: null, isComplete: false, measuredVnd, declaredVnd, salesCount: sales },
        difference: null,
      });
      expect(closing.unclosedRegisters.map(({ boothCode }) => boothCode)).toEqual([
        phone.boothCode,
      ]);
      expect((await dayState(FIRST)).state).toBe('provisional');
    },
    10 * MINUTE,
  );

  it(
    'makes revision 2 of the first day of exactly the ten sales that its phone brings on the third',
    async () => {
      for (const day of [SECOND, THIRD]) {
        await server.moveClock(at(day, '09:30'), FAST);
        if (day === THIRD) {
          expect(await phone.send(organizer)).toEqual(Array(11).fill('stored booked'));
        }
        expect(await play(day)).toMatch(/lost 0, .*money difference 0 VND/);
        await server.moveClock(at(day, '23:01'), day === THIRD ? FAST : 1);
        const { measuredVnd, declaredVnd } = await ledgerOf(day);
        expect(await closed(day, 1)).toMatchObject({
          ...{ closedByName: null, isComplete: true, measuredVnd, declaredVnd },
        });
      }
      const [before] = await closings(FIRST);
      const closing = await closed(FIRST, 2);
      const totalVnd = sum(late.map((sale) => sale.totalVnd));
      expect(closing).toMatchObject({
        isComplete: true,
        unclosedRegisters: [],
        measuredVnd: before!.measuredVnd + totalVnd,
        declaredVnd: before!.declaredVnd,
        salesCount: before!.salesCount + 10,
        /* The end of the shift came with them. */
        difference: {
          ...{ revision: 1, documentCount: 11, totalVnd },
          booths: [{ boothCode: phone.boothCode, documentCount: 11, totalVnd }],
        },
      });
      const added = await query<{ id: string }>(
        `SELECT c.document_id AS id FROM closing_document c
           JOIN document d ON d.fair_id = c.fair_id AND d.id = c.document_id AND d.kind = 'sale'
          WHERE c.fair_id = $1 AND c.day = $2 AND c.revision = 2`,
        [FIRST],
      );
      expect(added.map(({ id }) => id).sort()).toEqual(late.map(({ id }) => id).sort());
      expect((await ledgerOf(FIRST)).measuredVnd).toBe(closing.measuredVnd);
    },
    10 * MINUTE,
  );

  it(
    'prints in the PDF and the workbook what the ledger holds',
    async () => {
      const [, closing] = await closings(FIRST);
      const ledger = await ledgerOf(FIRST);
      const totalVnd = ledger.measuredVnd + ledger.declaredVnd;
      const pdf = await report(FIRST, 2, 'pdf');
      const text = (await pdfText(pdf)).join(' ');
      for (const vnd of [totalVnd, ledger.measuredVnd, ledger.declaredVnd]) {
        expect(text).toContain(dotted(vnd));
      }
      for (const vnd of Object.values(ledger.byMethod)) expect(text).toContain(dotted(vnd));
      expect(text.replace(/\s/g, '')).toContain(closing!.hash);

      const sheets = workbookCells(await report(FIRST, 2, 'xlsx'));
      const column = (sheet: string, letter: string) =>
        sheets
          .get(sheet)!
          .flatMap((row) => row.filter((cell) => cell.at.startsWith(letter)))
          .map(({ value }) => value);
      const rowOf = (sheet: string, first: string) =>
        sheets
          .get(sheet)!
          .find(([cell]) => cell?.value === first)!
          .map(({ value }) => value);
      expect(rowOf('Theo thanh toán', 'Tiền mặt')[2]).toBe(ledger.byMethod.cash);
      expect(rowOf('Theo thanh toán', 'Chuyển khoản VietQR')[2]).toBe(ledger.byMethod.vietqr);
      for (const [sheet, letter, total] of [
        ['Theo gian', 'F', ledger.sales],
        ['Theo gian', 'G', ledger.declaredVnd],
        ['Theo gian', 'H', totalVnd],
        ['Theo khu', 'G', totalVnd],
        ['Theo xuất xứ', 'C', totalVnd],
        ['Theo thanh toán', 'C', ledger.measuredVnd],
      ] as const) {
        const numbers = column(sheet, letter).filter((value) => typeof value === 'number');
        expect([sheet, letter, numbers.pop(), sum(numbers)]).toEqual([sheet, letter, total, total]);
      }
      const lateVnd = sum(late.map((sale) => sale.totalVnd));
      expect(rowOf('Đến muộn, để riêng', phone.boothCode).slice(2)).toEqual([11, lateVnd]);
    },
    10 * MINUTE,
  );

  it(
    'gives the exhibitor its statement and the organizer the report on the fair, as DOCX and PDF',
    async () => {
      const { exhibitorId } = phone.register;
      const own = await invite('don-vi-ba-ngay', { role: 'exhibitor', exhibitorId });
      const statement = await paper(own, { kind: 'statement', exhibitorId, day: FIRST });
      expect(statement).toMatchObject({
        isProvisional: false,
        days: [{ day: FIRST, revision: 2 }],
      });
      const lateVnd = sum(late.map((sale) => sale.totalVnd));
      const stated = (await pdfText(statement.content('pdf'))).join(' ');
      expect(stated).toContain(dotted(lateVnd));
      for (const { totalVnd } of late) {
        const rows = [...workbookCells(statement.content('xlsx')).values()].flat(2);
        expect(rows.map(({ value }) => value)).toContain(totalVnd);
      }
      expect(statement.content('csv').subarray(0, 3)).toEqual(Buffer.from('\uFEFF'));

      await eventually(
        async () => await organizer.get<{ isProvisional: boolean }>(`${ofFair}/final-report`),
        5 * MINUTE,
      );
      const final = await paper(organizer, { kind: 'final_report' });
      expect(final.days.map(({ day, revision }) => [day, revision])).toEqual([
        [FIRST, 2],
        [SECOND, 1],
        [THIRD, 1],
      ]);
      const days = await Promise.all(DAYS.map(ledgerOf));
      const totalVnd = sum(days.map(({ measuredVnd, declaredVnd }) => measuredVnd + declaredVnd));
      const words = unzipped(final.content('docx')).get('word/document.xml')!.toString();
      const told = [words.replace(/<[^>]+>/g, ''), (await pdfText(final.content('pdf'))).join(' ')];
      for (const text of told) {
        expect(text).toContain(dotted(totalVnd));
        for (const { measuredVnd, declaredVnd } of days) {
          expect(text).toContain(dotted(measuredVnd + declaredVnd));
        }
      }
    },
    10 * MINUTE,
  );

  it(
    'is signed day by day with a code, and tells a genuine document from one with another byte',
    async () => {
      for (const [place, day] of DAYS.entries()) {
        const signer = await invite(`truc-ngay-${place + 1}`, { role: 'official' });
        const offer = await signer.post<{ uri: string }>('/api/account/second-factor', {
          password: 'một câu thật dài',
        });
        const codes = TestPhone.scan(offer.uri);
        await signer.post('/api/account/second-factor/confirmation', { code: codes.code() });
        const { revision, hash } = (await closings(day)).at(-1)!;
        const path = `${ofFair}/days/${day}/closings/${revision}`;
        expect(await signer.get(`${path}/review`)).toMatchObject({
          ...{ hash, isUnaltered: true, isLatest: true, waitingCount: 0 },
        });
        await signer.post(`${path}/signatures`, { hash, code: codes.code(1) });
        expect(await lookUp(hash)).toMatchObject({
          ...{ day, revision, newer: null },
          signatures: [{ signerName: `Người giữ vai truc-ngay-${place + 1}` }],
        });
      }
      const [first, second] = [await report(FIRST, 1, 'pdf'), await report(FIRST, 2, 'pdf')];
      expect(await lookUp(sha256(first))).toMatchObject({ revision: 1, newer: { revision: 2 } });
      expect(await lookUp(sha256(second))).toMatchObject({ revision: 2, newer: null });
      const changed = changedAt(second, second.length >> 1);
      expect(await lookUp(sha256(changed))).toMatchObject({ code: 'document_unknown' });
    },
    10 * MINUTE,
  );

  it(
    'is sealed by two, written into one file, found sound, and the same in a fresh Phiên',
    async () => {
      await eventually(async () => {
        const { obstacles } = await organizer.get<{ obstacles: object[] }>(`${ofFair}/sealing`);
        return obstacles.length === 0;
      }, 5 * MINUTE);
      await organizer.post(`${ofFair}/sealing/proposal`);
      const alone = await organizer.fetch(`${ofFair}/sealing`, { method: 'POST' });
      expect(alone.status).toBe(403);
      const second = await invite('nguoi-thu-hai', { role: 'organizer' });
      await second.post(`${ofFair}/sealing`);

      const file = join(folder, 'fair.zip');
      await server.run('tools/archive/main', [CODE, file]);
      expect(await server.run('tools/verify/main', [file])).toContain('✓ nguyên vẹn · sound');
      const bytes = readFileSync(file);
      const part = 'facts/document.jsonl';
      const changed = join(folder, 'changed.zip');
      writeFileSync(changed, changedAt(bytes, bytes.indexOf(part) + part.length + 4));
      await expect(server.run('tools/verify/main', [changed])).rejects.toThrow(part);

      const fresh = await FairServer.open({
        ...{ opensAt: at('2025-12-01', '09:00'), isEmpty: true, workers: 0 },
      });
      try {
        const said = await fresh.run('tools/import/main', [file]);
        expect(said).toContain('0 differences');
        const again = join(folder, 'again.zip');
        await fresh.run('tools/archive/main', [CODE, again]);
        const [theirs, ours] = await Promise.all([again, file].map(manifestOf));
        expect(theirs).toEqual(ours);
        const { revision, hash } = (await closings(FIRST)).at(-1)!;
        expect(await lookUp(hash, fresh.url)).toMatchObject({ day: FIRST, revision });
        const pdf = await report(THIRD, 1, 'pdf');
        expect(await lookUp(sha256(pdf), fresh.url)).toMatchObject({ day: THIRD, revision: 1 });
      } finally {
        await fresh.close();
      }
    },
    10 * MINUTE,
  );
});

/** What an archive holds and the checksum of each part, whenever it was written. */
async function manifestOf(file: string): Promise<object> {
  const parcel = await Parcel.open(file, ARCHIVE);
  try {
    const { madeAt: _, ...manifest } = parcel.manifest;
    return manifest;
  } finally {
    parcel.close();
  }
}
