import { BenchHouse } from './board/bench-house';
import { isTooBusy, loadNow } from './figures';
import { measureClosing } from './reports/closing-day';
import { measureWorkbook } from './reports/written-files';

const PARTS: Record<string, () => Promise<void>> = {
  closing: async () => {
    const house = await BenchHouse.open();
    try {
      await measureClosing(house);
    } finally {
      await house.close();
    }
  },
  workbook: measureWorkbook,
};

/** A day of 20,000 sales is closed and written down, each figure beside its goal; all parts, or those that are named. */
export async function run(wanted: string[]): Promise<void> {
  const unknown = wanted.filter((name) => !(name in PARTS));
  if (unknown.length > 0) {
    console.log(`No part is named ${unknown.join(', ')}. Parts: ${Object.keys(PARTS).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  if (isTooBusy()) return;
  console.log(`before: ${loadNow()}`);
  for (const [name, measure] of Object.entries(PARTS)) {
    if (wanted.length === 0 || wanted.includes(name)) await measure();
  }
  console.log(`after: ${loadNow()}`);
}
