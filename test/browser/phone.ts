import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, test } from '@playwright/test';
import type { BrowserContext, Page, PlaywrightTestConfig } from '@playwright/test';

/** How its browser is started. */
export type PhoneMake = Pick<
  NonNullable<PlaywrightTestConfig['use']>,
  'launchOptions' | 'locale' | 'timezoneId'
>;

/** A phone that keeps what its pages write on a disk, dies as phones die, and can be put back. */
export class Phone {
  private context: BrowserContext | null = null;

  private constructor(
    private readonly folder: string,
    private readonly make: () => PhoneMake,
  ) {}

  /** Of the make that the story's project is told of, or of another. */
  static fresh(make: () => PhoneMake = () => test.info().project.use): Phone {
    return new Phone(mkdtempSync(join(tmpdir(), 'phien-phone-')), make);
  }

  /** Its backup, to be opened as a phone of its own; made while it is closed. */
  copy(): Phone {
    const copy = Phone.fresh(this.make);
    cpSync(this.folder, copy.folder, { recursive: true });
    return copy;
  }

  /** Switches it on; without a network, its pages come from what it kept. */
  async open({ isOnline }: { isOnline: boolean }): Promise<BrowserContext> {
    const { launchOptions, locale, timezoneId } = this.make();
    this.context = await chromium.launchPersistentContext(this.folder, {
      ...launchOptions,
      locale,
      timezoneId,
      viewport: { width: 360, height: 800 },
    });
    await this.context.setOffline(!isOnline);
    return this.context;
  }

  /** The battery dies: every process of the browser at once, nothing said to any. */
  async die(): Promise<void> {
    const gone = this.context?.waitForEvent('close');
    execFileSync('pkill', ['-9', '-f', `user-data-dir=${this.folder}`]);
    await gone;
    this.context = null;
  }

  async close(): Promise<void> {
    await this.context?.close();
    this.context = null;
  }

  async throwAway(): Promise<void> {
    await this.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The page that a phone opens with. */
export const firstPage = async (context: BrowserContext): Promise<Page> =>
  context.pages()[0] ?? context.newPage();
