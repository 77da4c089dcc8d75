import type { Shot, Stage } from './shot';

async function open({ page, url, fair }: Stage, base: string): Promise<void> {
  await page.goto(`${url}/compare?fair=${fair.code}&base=${base}`);
  await page.getByRole('region', { name: /^Số liệu so với/ }).waitFor();
}

export const shots: Shot[] = [
  {
    name: 'compare-conflict',
    isWhole: true,
    arrange: async (stage) => {
      await stage.enterAs('organizer');
      await open(stage, 'ocop-qn-2019-summer');
    },
  },
  {
    name: 'compare-official',
    arrange: async (stage) => {
      await stage.enterAs('official');
      await open(stage, 'ocop-qn-2023-summer');
    },
  },
];
