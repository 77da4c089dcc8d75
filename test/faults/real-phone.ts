import type { BrowserContext, Page } from '@playwright/test';
import { chromiumProgram } from '../../tools/test/system-programs';
import { firstPage, Phone } from '../browser/phone';
import playwright from '../browser/playwright.config';
import { enrolByLink, enterName, openShift } from '../browser/till-story';
import type { Counted } from './count';
import { NotHere } from './fault';
import type { Answer } from './fault-till';
import type { Booth, Shop } from './shop';

/** A document as the phone keeps it. */
export interface KeptDocument {
  id: string;
  kind: string;
  sequence: number;
  hash: string;
  sent: string;
  totalVnd: number;
}

/** What a sale's last screen said. */
export interface Shown {
  sequence: number;
  totalVnd: number;
}

/** Fresh phones, each a Chromium that keeps a profile of its own. */
export async function phones(): Promise<{ fresh(): Phone }> {
  try {
    const executablePath = await chromiumProgram();
    const launchOptions = { ...playwright.use?.launchOptions, executablePath };
    return { fresh: () => Phone.fresh(() => ({ ...playwright.use, launchOptions })) };
  } catch (failure) {
    throw new NotHere((failure as Error).message);
  }
}

/** The till of the fair's own web on a phone, as its seller finds it. */
export class RealTill {
  readonly shown: Shown[] = [];
  /** Documents that the ledger was sent though it had them. */
  sentTwice = 0;

  private constructor(
    private readonly url: string,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  /** Pairs the phone with this register, or the shop's next one, and waits until it opens without a network. */
  static async pair(shop: Shop, phone: Phone, booth?: Booth): Promise<RealTill> {
    const context = await phone.open({ isOnline: true });
    const { code } = booth ?? (await shop.nextBooth());
    const till = await RealTill.on(shop, context);
    await enrolByLink(till.page, code, shop.server.url);
    await till.page.evaluate(
      `navigator.serviceWorker.controller !== null ||
        new Promise((kept) => (navigator.serviceWorker.oncontrollerchange = kept))`,
    );
    return till;
  }

  /** Opens the till that this phone was paired as. */
  static async reopen(shop: Shop, phone: Phone, isOnline: boolean): Promise<RealTill> {
    const till = await RealTill.on(shop, await phone.open({ isOnline }));
    await till.page.goto(`${shop.server.url}/till/`);
    return till;
  }

  private static async on(shop: Shop, context: BrowserContext): Promise<RealTill> {
    const till = new RealTill(shop.server.url, context, await firstPage(context));
    context.on('response', (response) => {
      if (!response.url().endsWith('/documents') || !response.ok()) return;
      void response.json().then(
        ({ results }: Answer) =>
          (till.sentTwice += results.filter(({ link }) => link === 'duplicate').length),
        () => undefined,
      );
    });
    await till.page.exposeFunction('sold', (sale: Shown) => void till.shown.push(sale));
    return till;
  }

  async anotherTab(): Promise<Page> {
    const tab = await this.context.newPage();
    await tab.goto(`${this.url}/till/`);
    return tab;
  }

  async openShift(): Promise<void> {
    await enterName(this.page);
    await openShift(this.page);
  }

  /** Taps and pays in the page itself, as fast as it draws; each sale counts when it shows it as sold. */
  async sell(sales: number): Promise<void> {
    await this.page.evaluate(`(${sellInPage})(${sales})`);
  }

  /** What lies in its database. */
  async kept(): Promise<{ documents: KeptDocument[]; head: string }> {
    return this.page.evaluate(readKept);
  }
}

/** What a phone's documents say of it to the count. */
export function countedOf(documents: readonly KeptDocument[]): Counted {
  const sales = documents.filter(({ kind }) => kind === 'sale');
  return {
    made: new Map(sales.map(({ id, totalVnd }) => [id, totalVnd])),
    issued: documents.map((document) => ({ document })),
    acked: new Set(documents.filter(({ sent }) => sent === 'sent').map(({ id }) => id)),
    ackedAndGone: 0,
  };
}

/* The runner's types know no browser: what runs in the page is text. */
const sellInPage = `async (sales) => {
  const until = (find) => new Promise((resolve) => {
    const look = () => {
      const found = find();
      if (found) { watch.disconnect(); resolve(found); }
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { subtree: true, childList: true, attributes: true });
    look();
  });
  const by = (id) => () => document.querySelector('[data-testid="' + id + '"]');
  const button = (name) => () =>
    [...document.querySelectorAll('button')].find(
      (each) => each.textContent.trim() === name && !each.disabled && each.offsetParent,
    );
  const bar = () => {
    const button = by('bar-total')()?.closest('button');
    return button && !button.disabled ? button : null;
  };
  for (let sale = 0; sale < sales; sale += 1) {
    await until(by('tile'));
    const tiles = document.querySelectorAll('[data-testid="tile"]');
    tiles[sale % Math.min(3, tiles.length)].click();
    (await until(bar)).click();
    (await until(button('Thu tiền'))).click();
    const total = await until(by('pay-total'));
    const totalVnd = Number(total.textContent.replace(/[^\\d]/g, ''));
    button('Vừa đủ')().click();
    (await until(button('Đã nhận tiền'))).click();
    const done = await until(by('done'));
    void window.sold({ sequence: Number(done.dataset.sequence), totalVnd });
    button('Đơn mới')().click();
    await until(() => !by('done')());
  }
}`;

const readKept = `(async () => {
  const asked = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await asked(indexedDB.open('phien-till'));
  const tx = database.transaction(['documents', 'heads'], 'readonly');
  const [documents, heads] = await Promise.all(
    ['documents', 'heads'].map((name) => asked(tx.objectStore(name).getAll())),
  );
  database.close();
  return {
    documents: documents.map(({ id, kind, sequence, hash, sent, text }) =>
      ({ id, kind, sequence, hash, sent, totalVnd: JSON.parse(text).totalVnd })),
    head: JSON.stringify(heads),
  };
})()`;
