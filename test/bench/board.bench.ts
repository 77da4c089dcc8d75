import { filesOf, kilobytes } from '../browser/page-weight';
import { BenchHouse } from './board/bench-house';
import { measureFoldLag } from './board/fold-lag';
import { measureLedgerFolding } from './board/ledger-folding';
import { measureScreens } from './board/screens';
import { measureWidgets } from './board/widgets';
import { isTooBusy, line, loadNow } from './figures';

const GOAL_KB = 170;

type House = () => Promise<BenchHouse>;

const PARTS: Record<string, (house: House) => Promise<void>> = {
  fold: async (house) => measureFoldLag(await house()),
  ledger: async (house) => measureLedgerFolding(await house()),
  screens: async (house) => measureScreens(await house()),
  widgets: async (house) => measureWidgets(await house()),
  page: async () => weighPage(),
};

/** The live board from the sale to the screen, each figure beside its goal; all parts, or those that are named. */
export async function run(wanted: string[]): Promise<void> {
  const unknown = wanted.filter((name) => !(name in PARTS));
  if (unknown.length > 0) {
    console.log(`No part is named ${unknown.join(', ')}. Parts: ${Object.keys(PARTS).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  if (isTooBusy()) return;
  console.log(`before: ${loadNow()}`);
  let opened: Promise<BenchHouse> | undefined;
  try {
    for (const [name, measure] of Object.entries(PARTS)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      await measure(() => (opened ??= BenchHouse.open()));
    }
  } finally {
    await (await opened?.catch(() => undefined))?.close();
  }
  console.log(`after: ${loadNow()}`);
}

function weighPage(): void {
  const { js } = filesOf('main', 'src/board/board-screen.tsx');
  line('the board page (kB of script, compressed)', 'first load', `goal ${GOAL_KB}`);
  line('  all that opens with it', kilobytes(js).toFixed(1), '');
}
