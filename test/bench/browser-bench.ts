import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { chromiumFlags } from '../../tools/machine/chromium-flags';
import { chromiumProgram } from '../../tools/test/system-programs';
import { TestHouse } from '../../tools/test/test-house';
import { FairDoor } from '../../tools/simulate/fair-door';
import { FairServer } from '../fair-server';

const PATIENCE_MS = 60_000;

/** As slow as the cheap phones and laptops that the budgets are written for. */
export const SLOWER = 4;

const launch = { args: chromiumFlags };
const phone = {
  viewport: { width: 360, height: 800 },
  isMobile: true,
  hasTouch: true,
};
const desk = { viewport: { width: 1280, height: 800 } };
const vietnamese = { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' };

/** The built product with the demo fair, and a real browser before it. */
export class BrowserBench {
  private constructor(
    readonly server: FairServer,
    readonly organizer: FairDoor,
    readonly fair: { id: string; code: string },
    readonly chromiumPath: string,
    private readonly browser: Browser,
    private readonly house: TestHouse | null,
  ) {}

  static async open(): Promise<BrowserBench> {
    const executablePath = await chromiumProgram();
    const house = process.env.TEST_DATABASE_URL ? null : new TestHouse();
    if (house) process.env.TEST_DATABASE_URL = await house.openPostgres();
    const server = await FairServer.open();
    const { login, password } = server.account('organizer');
    const organizer = new FairDoor(server.url);
    await organizer.signIn(login, password);
    const fairs =
      await organizer.get<{ id: string; code: string; isDemo: boolean }[]>('/api/fairs');
    const fair = fairs.find(({ isDemo }) => isDemo);
    if (!fair) throw new Error('The seed made no demo fair.');
    const browser = await chromium.launch({ executablePath, ...launch });
    return new BrowserBench(server, organizer, fair, executablePath, browser, house);
  }

  /** A page of a browser that has seen nothing yet; signed in when a role is named. */
  async page(as?: 'organizer' | 'exhibitor' | 'gate', isPhone = false): Promise<Page> {
    const context = await this.browser.newContext({ ...(isPhone ? phone : desk), ...vietnamese });
    context.setDefaultTimeout(PATIENCE_MS);
    if (as) {
      const { login, password } = this.server.account(as);
      const answer = await context.request.post(`${this.server.url}/api/session`, {
        data: { login, password },
      });
      if (!answer.ok()) throw new Error(`${as} could not sign in: ${await answer.text()}`);
    }
    return context.newPage();
  }

  /** A phone whose pages keep what they write on a disk; a private one would keep it in memory. */
  async withPhone(use: (page: Page) => Promise<void>): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'phien-bench-phone-'));
    let context: BrowserContext | undefined;
    try {
      context = await chromium.launchPersistentContext(folder, {
        executablePath: this.chromiumPath,
        ...launch,
        ...phone,
        ...vietnamese,
      });
      context.setDefaultTimeout(PATIENCE_MS);
      await use(await context.newPage());
    } finally {
      await context?.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
    await this.house?.close();
  }
}

/** From now on the page's processor is so many times slower; 1 is as it is. */
export async function slowDown(page: Page, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
}
