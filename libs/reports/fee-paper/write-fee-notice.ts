import type { FeeLineDto, FeeNoticeDto } from '@phien/planning';
import { formatVnd } from '@phien/kernel';
import { dayInFigures } from '../paper/day-in-figures';
import { cards } from '../report/end-of-day/cards';
import { band, demoBox, pill } from '../report/end-of-day/head-parts';
import { fitted, money, oneLine, whole } from '../report/end-of-day/page';
import { ink, Sheet, type Ink } from '../report/end-of-day/sheet';
import { endOfDayWords } from '../report/end-of-day.words';
import type { Progress } from '../report/report-subject';
import type { ReportLanguage } from '../report/report.rules';
import { feePaperWords, type FeePaperWords } from './fee-paper.words';

interface Page {
  notice: FeeNoticeDto;
  language: ReportLanguage;
  words: FeePaperWords;
  sheet: Sheet;
}

/** A fee notice as a PDF (A4, tagged, with bookmarks): the same notice, the same bytes. */
export async function writeFeeNotice(
  { feeNotice: notice, language }: { feeNotice: FeeNoticeDto; language: ReportLanguage },
  onProgress: Progress = () => undefined,
): Promise<Buffer> {
  const words = feePaperWords[language];
  const common = endOfDayWords[language];
  const name = common.pick(notice.nameVi, notice.nameEn);
  const fairName = common.pick(notice.fairNameVi, notice.fairNameEn);
  const sheet = new Sheet(
    {
      title: `${words.noticeTitle} ${notice.reference} – ${name}`,
      author: fairName,
      language: language === 'vi' ? 'vi-VN' : 'en-GB',
      madeAt: new Date(`${notice.today}T00:00:00Z`),
    },
    (paper) => {
      const style: Ink = { size: 8, colour: ink.muted };
      const text = oneLine(paper, `${words.noticeTitle} · ${name}`, paper.width, style);
      paper.write(text, { x: paper.left, y: 28, width: paper.width + 8 }, style);
      paper.rule(44, ink.line, 0.6);
    },
  );
  const page: Page = { notice, language, words, sheet };
  await sheet.openFonts();
  band(sheet, { title: words.noticeTitle, name, place: fairName });
  if (notice.isDemo) demoBox(sheet, common);
  figures(page);
  toPay(page);
  onProgress(30);
  await lines(page);
  await payments(page);
  onProgress(70);
  const bytes = await sheet.finish((paper, at, pages) => {
    const style: Ink = { size: 8, colour: ink.muted };
    const y = 806;
    paper.rule(y - 7, ink.line, 0.6);
    paper.write(
      `${notice.reference} · ${words.asOf(notice.today)}`,
      { x: paper.left, y, width: 300 },
      style,
    );
    paper.write(
      common.page(at, pages),
      { x: paper.right - 120, y, width: 120 },
      { ...style, align: 'right' },
    );
  });
  onProgress(100);
  return bytes;
}

function figures({ notice, language, words, sheet }: Page): void {
  const vnd = (amount: number) => formatVnd(amount, language);
  const { owedVnd, overdueVnd, overpaidVnd, chargedVnd, vatVnd, waivedVnd, paidVnd, dueOn } =
    notice;
  const state =
    overdueVnd > 0
      ? words.states.overdue
      : owedVnd > 0
        ? words.states.owed
        : overpaidVnd > 0
          ? words.states.overpaid
          : chargedVnd === 0
            ? words.states.free
            : words.states.paid;
  sheet.put(
    'P',
    `${words.asOf(notice.today)}. ${words.noInvoice}`,
    { x: sheet.left, y: sheet.y + 3, width: sheet.width - 140 },
    { size: 9, colour: ink.muted },
  );
  pill(sheet, state, owedVnd > 0 ? 'warn' : 'ok');
  sheet.y += 32;
  cards(sheet, [
    overpaidVnd > 0
      ? [words.overpaid, vnd(overpaidVnd), '']
      : [words.owed, vnd(owedVnd), dueOn === null ? '' : words.dueOn(dueOn)],
    [words.charged, vnd(chargedVnd), vatVnd === 0 ? '' : words.vatIn(vnd(vatVnd))],
    [words.paid, vnd(paidVnd), ''],
    ...(waivedVnd === 0 ? [] : [[words.waived, vnd(waivedVnd), words.waivedNote] as const]),
  ]);
}

const QR_SIZE = 150;

function toPay({ notice, language, words, sheet }: Page): void {
  const { owedVnd, account, bankName, reference, vietQr } = notice;
  if (owedVnd === 0) return;
  sheet.heading(words.toPay, QR_SIZE + 40);
  if (account === null || vietQr === null) return sheet.paragraph(words.nowhere);
  const rows = [
    [words.bank, bankName ?? account.bankBin],
    [words.account, account.accountNumber],
    [words.holder, account.holderName],
    [words.reference, reference],
  ] as const;
  const height = QR_SIZE + 20;
  const top = sheet.y + 2;
  const width = sheet.width - QR_SIZE - 46;
  const at = (y: number) => ({ x: sheet.left + 12, y, width });
  sheet.box({ x: sheet.left, y: top, width: sheet.width, height }, ink.quiet, 6);
  for (const [row, [label, text]] of rows.entries()) {
    const y = top + 10 + row * 30;
    const style: Ink = { size: row === 3 ? 13 : 10.5, weight: row === 3 ? 'bold' : 'semibold' };
    sheet.put('P', label, at(y), { size: 8, colour: ink.muted });
    sheet.put('P', text, at(y + 11), fitted(sheet, text, width, style, 7));
  }
  sheet.put('P', words.referenceNote, at(top + 134), { size: 8.4, colour: ink.muted });
  const label = words.qrLabel(formatVnd(owedVnd, language), reference);
  sheet.qr(vietQr, label, { x: sheet.right - QR_SIZE - 10, y: top + 10, size: QR_SIZE });
  sheet.y = top + height + 6;
}

const SHARES: Record<number, string> = { 1: '1/6', 2: '1/3', 3: '1/2', 4: '2/3', 5: '5/6' };

function whatFor(line: FeeLineDto, { notice, language, words }: Page): string {
  const share = SHARES[line.sixths];
  const quantity = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(
    line.quantityMilli / 1_000,
  );
  const priced = `${quantity} ${words.per[line.per]} × ${formatVnd(line.unitPriceVnd, language)}`;
  const isBack = line.turn % 2 === 0;
  return [
    ...(isBack ? [words.takenBack] : line.stands ? [] : [words.replaced]),
    ...(notice.delegationId === null ? [] : [line.exhibitorName]),
    share === undefined ? words.whole : words.share(share),
    priced,
    ...(line.stands && line.waivedVnd > 0
      ? [words.free(formatVnd(line.waivedVnd, language), line.reason ?? '')]
      : []),
    ...(line.stands && line.reliefGround === 'delegation'
      ? [words.sponsored(line.reason ?? '')]
      : []),
  ].join(' · ');
}

async function lines(page: Page): Promise<void> {
  const { notice, language, words, sheet } = page;
  await sheet.table({
    heading: words.lines,
    columns: [
      { title: words.boothColumn, width: 52 },
      { title: words.whatColumn },
      { title: words.dueColumn, width: 66 },
      { title: words.amountColumn, width: 88, align: money },
    ],
    rows: notice.lines.map((line) => [
      line.boothCode,
      whatFor(line, page),
      dayInFigures(line.dueOn),
      whole(line.amountVnd, language),
    ]),
    closingRows: [[words.total, '', '', whole(notice.chargedVnd, language)]],
  });
}

async function payments({ notice, language, words, sheet }: Page): Promise<void> {
  if (notice.payments.length === 0) {
    sheet.heading(words.payments);
    return sheet.paragraph(words.noPayments);
  }
  await sheet.table({
    heading: words.payments,
    columns: [
      { title: words.dayColumn, width: 74 },
      { title: words.methodColumn, width: 84 },
      { title: words.noteColumn },
      { title: words.amountColumn, width: 88, align: money },
    ],
    rows: notice.payments.map(({ paidOn, method, bankText, note, struckReason, amountVnd }) => [
      dayInFigures(paidOn),
      words.methods[method],
      [bankText, note, struckReason === null ? '' : words.struck(struckReason)]
        .filter(Boolean)
        .join(' · '),
      whole(amountVnd, language),
    ]),
    closingRows: [[words.total, '', '', whole(notice.paidVnd, language)]],
  });
}
