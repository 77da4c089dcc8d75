import type { Browser, BrowserContext, Page } from '@playwright/test';

const MOST_LINES = 60;
const SLOW_MS = 3_000;
/* A page that hangs is not waited for. */
const LOOK_MS = 2_000;

/**
 * Sees what all pages of a story ask in vain, or for long. What it tells of a story that failed is
 * often all that is left of it: the page is gone, and the machine with it.
 */
export class Witness {
  private readonly open = new Map<object, string>();
  private readonly troubles: string[] = [];
  private readonly pages: Page[] = [];
  private readonly follow = (context: BrowserContext) => context.on('page', this.watch);

  private constructor(private readonly browser: Browser) {
    browser.on('context', this.follow);
  }

  static of(browser: Browser, page: Page): Witness {
    const witness = new Witness(browser);
    witness.follow(page.context());
    witness.watch(page);
    return witness;
  }

  leave(): void {
    this.browser.off('context', this.follow);
  }

  /** What each page shows, then what went wrong on their lines. */
  async told(): Promise<string> {
    const shown = await Promise.all(this.pages.map((page, place) => shownBy(page, place)));
    const waiting = [...this.open.values()].map((asked) => `waits for an answer: ${asked}`);
    return [...shown, ...this.troubles, ...waiting].join('\n');
  }

  private readonly watch = (page: Page) => {
    const place = this.pages.push(page) - 1;
    const note = (words: string) => this.troubles.push(`page ${place}: ${words}`);
    page.on('request', (request) => {
      this.open.set(request, `page ${place}: ${request.method()} ${request.url()}`);
    });
    page.on('requestfinished', (request) => {
      this.open.delete(request);
      const { responseEnd } = request.timing();
      if (responseEnd > SLOW_MS) note(`${Math.round(responseEnd)} ms for ${request.url()}`);
    });
    page.on('requestfailed', (request) => {
      this.open.delete(request);
      note(`${request.failure()?.errorText} at ${request.method()} ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) note(`${response.status()} from ${response.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') note(message.text());
    });
    page.on('crash', () => note('crashed'));
  };
}

async function shownBy(page: Page, place: number): Promise<string> {
  if (page.isClosed()) return `page ${place} is closed`;
  const head = `page ${place} at ${page.url()}`;
  try {
    const lines = (await page.locator('body').ariaSnapshot({ timeout: LOOK_MS })).split('\n');
    const rest = lines.length - MOST_LINES;
    const more = rest > 0 ? [`… ${rest} lines more`] : [];
    return [head, ...lines.slice(0, MOST_LINES), ...more].join('\n');
  } catch {
    return `${head} shows nothing that could be read`;
  }
}
