import type { APIRequestContext } from '@playwright/test';
import { expect, signInAs, test } from './story';
import type { TillFair } from './till-story';
import {
  codeFor,
  enrolByLink,
  enterName,
  nextSale,
  openShift,
  openTillFair,
  sellForCash,
  untilSent,
} from './till-story';

interface Till {
  registerId: string;
  epoch: number;
  state: string;
  unsentCount: number;
  setAsideCount: number;
  alarms: string[];
  saidAt: string | null;
  appBuild: string | null;
}

/** How the phone of the register at this place stands, as every screen is told. */
async function tillOf(
  organizer: APIRequestContext,
  url: string,
  fair: TillFair,
  place: number,
): Promise<Till> {
  const answer = await organizer.get(`${url}/api/fairs/${fair.id}/tills`);
  const { tills } = (await answer.json()) as { tills: Till[] };
  const till = tills.find(({ registerId }) => registerId === fair.registers[place]?.id);
  if (!till) throw new Error('The register is not in the list.');
  return till;
}

test('a phone says what it holds, and that it holds nothing any more', async ({
  page,
  server,
  playwright,
}) => {
  const organizer = await playwright.request.newContext();
  await signInAs(organizer, server, 'organizer');
  const fair = await openTillFair(organizer, server.url);
  const said = () => tillOf(organizer, server.url, fair, 0);
  await page.setViewportSize({ width: 360, height: 800 });
  await enrolByLink(page, await codeFor(organizer, server.url, fair, 0));
  await enterName(page);
  await openShift(page);
  await untilSent(page);
  await expect.poll(async () => (await said()).saidAt).not.toBeNull();

  /* The ledger's door is shut, the other stays open: the phone can say what it cannot send. */
  await page.route('**/documents', (route) => route.fulfill({ status: 503, body: '{}' }));
  await sellForCash(page, [0]);
  await nextSale(page);
  await sellForCash(page, [1]);
  await nextSale(page);
  await expect.poll(said, { timeout: 20_000 }).toMatchObject({ state: 'holding', unsentCount: 2 });
  expect((await said()).alarms).not.toContain('old_version');

  await page.unroute('**/documents');
  await page.getByTestId('sync').click();
  await untilSent(page);
  await expect.poll(said, { timeout: 20_000 }).toMatchObject({ state: 'all_sent', unsentCount: 0 });
  await organizer.dispose();
});
