import type { Page } from '@playwright/test';
import { beginning, either } from './either';
import type { Shot, Stage } from './shot';

interface Booth {
  id: string;
  code: string;
  holders: { exhibitorId: string }[];
}

/** A new link of a given booth, made by the demo's organizer; each shot takes a booth of its own. */
async function linkOf(stage: Stage, place: number): Promise<string> {
  const { page, url, fair } = stage;
  await stage.enterAs('organizer');
  const at = `${url}/api/fairs/${fair.id}`;
  const booths = (await (await page.request.get(`${at}/booths`)).json()) as Booth[];
  const given = booths.filter(({ holders }) => holders.length > 0);
  const booth = given.at(-1 - place);
  const data = { boothId: booth?.id, exhibitorId: booth?.holders[0]?.exhibitorId };
  const made = await page.request.post(`${at}/declare-links`, { data });
  if (!made.ok()) throw new Error(await made.text());
  const { token } = (await made.json()) as { token: string };
  /* The shots of other sizes and colours make their own. */
  const living = (await (await page.request.get(`${at}/declare-links`)).json()) as {
    id: string;
    boothId: string;
  }[];
  const old = living.filter(({ boothId }) => boothId === booth?.id).slice(0, -1);
  for (const { id } of old) await page.request.delete(`${at}/declare-links/${id}`);
  return `${url}/declare/#${token}`;
}

const amount = (page: Page) => page.getByLabel(beginning('Đã bán', 'Sold')).first();

async function openDeclare(stage: Stage, place: number): Promise<Page> {
  const link = await linkOf(stage, place);
  await stage.page.context().clearCookies();
  await stage.page.goto(link);
  const change = stage.page.getByRole('button', { name: either('Sửa số này', 'Change it') });
  await amount(stage.page).or(change).first().waitFor();
  if (await change.isVisible()) await change.click();
  return stage.page;
}

const send = (page: Page) => page.locator('form button[type=submit]').click();

export const shots: Shot[] = [
  {
    name: 'declare',
    async arrange(stage) {
      const page = await openDeclare(stage, 0);
      await amount(page).fill('5000000');
    },
  },
  {
    name: 'declare-unusual',
    async arrange(stage) {
      const page = await openDeclare(stage, 1);
      await amount(page).fill('500000000');
      await send(page);
      await page.getByTestId('unusual').waitFor();
    },
  },
  {
    name: 'declare-done',
    async arrange(stage) {
      const page = await openDeclare(stage, 2);
      await amount(page).fill('4500000');
      await send(page);
      await page.getByTestId('declared').waitFor();
    },
  },
  {
    name: 'declare-dead-link',
    sizes: ['phone'],
    async arrange({ page, url }) {
      await page.goto(`${url}/declare/#none`);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'silent',
    async arrange(stage) {
      await stage.enterAs('organizer');
      await stage.page.goto(`${stage.url}/silent?fair=${stage.fair.code}`);
      await stage.page.locator('[data-heard]').first().waitFor();
    },
  },
  {
    name: 'silent-declare',
    async arrange(stage) {
      await stage.enterAs('organizer');
      await stage.page.goto(`${stage.url}/silent?fair=${stage.fair.code}`);
      await stage.page.locator('[data-heard="false"]').first().click();
      await stage.page.getByRole('dialog').waitFor();
    },
  },
];
