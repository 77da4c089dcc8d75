import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import type { APIRequestContext, Page } from '@playwright/test';
import { openBusyFair } from './busy-fair';
import { MailCatcher } from '../../libs/reports/testing/mail-catcher';
import { FairServer } from '../fair-server';
import type { DemoAccount } from '../fair-server';
import { Witness } from './witness';

type Role = DemoAccount['role'];

/** A story with a server that stays open for all stories of the run. */
export const test = base.extend<
  { baseURL: string },
  { server: FairServer; catcher: MailCatcher; busyFairCode: string }
>({
  catcher: [
    async ({ playwright: _playwright }, use) => {
      const catcher = await MailCatcher.open();
      await use(catcher);
      await catcher.down();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ catcher }, use) => {
      const server = await FairServer.open({ smtpUrl: catcher.url });
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  busyFairCode: [
    async ({ server, playwright }, use) => {
      const organizer = await playwright.request.newContext();
      await signInAs(organizer, server, 'organizer');
      await use(await openBusyFair(organizer, server.url));
      await organizer.dispose();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  page: async ({ page, browser }, use, story) => {
    const witness = Witness.of(browser, page);
    const faults = faultsOf(page);
    await use(page);
    witness.leave();
    if (story.status !== story.expectedStatus) {
      await story.attach('what was seen', { body: await witness.told() });
    }
    expect(faults, 'the page threw, or broke its own policy').toEqual([]);
  },
});

export { expect };

/** Fills with what the page throws, and with what its own policy forbids it. */
export function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Minified React error/.test(message.text())) {
      faults.push(message.text());
    }
  });
  return faults;
}

/** Signs in without the form; the cookie then belongs to everything of this context. */
export async function signInAs(request: APIRequestContext, server: FairServer, role: Role) {
  const { login, password } = server.account(role);
  const answer = await request.post(`${server.url}/api/session`, { data: { login, password } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** The demo fair, as its organizer finds it. */
export async function demoFair(request: APIRequestContext, server: FairServer) {
  const answer = await request.get(`${server.url}/api/fairs`);
  expect(answer.ok(), await answer.text()).toBe(true);
  const fairs = (await answer.json()) as { id: string; code: string }[];
  /* Stories that share a server open fairs from the demo's template, which are demos too. */
  const fair = fairs.find(({ code }) => code === 'demo-thu-dong');
  if (!fair) throw new Error('The seed made no demo fair.');
  return fair;
}

/** The exact number behind a key figure. */
export async function figure(page: Page, testId: string): Promise<number> {
  return Number(await page.getByTestId(testId).getAttribute('data-value'));
}

/** Pictures to be looked at: `test-results/pictures/<name>.png`. */
export const pictureOf = (name: string) =>
  join(__dirname, '..', '..', 'test-results', 'pictures', `${name}.png`);
