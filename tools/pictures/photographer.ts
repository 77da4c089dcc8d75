import { chromium, type Browser, type Page } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { chromiumFlags } from '../machine/chromium-flags';
import type { PictureHouse } from './picture-house';
import { sizes, type Picture } from './picture-wish.rules';
import type { Stage } from './shot';

const PATIENCE_MS = 15_000;
/* Small enough for a repository, and its text still sharp. */
const WEBP_QUALITY = 0.82;

/** Takes pictures of screens with a browser that looks the same every time. */
export class Photographer {
  private browser: Browser | null = null;

  constructor(private readonly house: PictureHouse) {}

  async open(program: string): Promise<void> {
    this.browser = await chromium.launch({
      executablePath: program,
      args: [...chromiumFlags, '--font-render-hinting=none'],
    });
  }

  async close(): Promise<void> {
    await this.browser?.close();
  }

  /**
   * Writes one picture. The state in which a shot got stuck is written too; the answer is what went
   * wrong, or null.
   */
  async take(picture: Picture, file: string): Promise<string | null> {
    const { shot, size, scheme, language } = picture;
    const { width, height, isPhone } = sizes[size];
    const context = await this.opened.newContext({
      viewport: { width, height },
      deviceScaleFactor: isPhone ? 2 : 1,
      isMobile: isPhone,
      hasTouch: isPhone,
      colorScheme: scheme,
      reducedMotion: 'reduce',
      locale: language === 'vi' ? 'vi-VN' : 'en-GB',
      timezoneId: 'Asia/Ho_Chi_Minh',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    if (language === 'en') {
      await context.addInitScript("localStorage.setItem('phien-language', 'en')");
    }
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (fault) => faults.push(fault.message));
    try {
      await shot.arrange(this.stage(page));
      await page.evaluate('document.fonts.ready.then(() => undefined)');
      /* A head that stays on top stands where the page was scrolled to. */
      if (shot.isWhole === true) await page.evaluate('scrollTo(0, 0)');
    } catch (failure) {
      faults.push(wordsOf(failure));
    }
    const png = await page.screenshot({
      fullPage: shot.isWhole === true,
      animations: 'disabled',
      caret: 'hide',
    });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, file.endsWith('.webp') ? await this.webp(png) : png);
    await context.close();
    return faults.length === 0 ? null : faults.join('\n');
  }

  private get opened(): Browser {
    if (this.browser === null) throw new Error('There is no browser.');
    return this.browser;
  }

  private stage(page: Page): Stage {
    const { url, fair } = this.house;
    return {
      page,
      url,
      fair,
      password: (role) => this.house.password(role),
      enterAs: async (role) => {
        await page.context().clearCookies();
        await page.context().addCookies([{ ...(await this.house.session(role)), url }]);
      },
    };
  }

  /* The browser is the encoder: no package for the few pictures of the docs. */
  private async webp(png: Buffer): Promise<Buffer> {
    const page = await this.opened.newPage();
    const address: unknown = await page.evaluate(
      `(async () => {
        const image = new Image();
        image.src = 'data:image/png;base64,${png.toString('base64')}';
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.width;
        canvas.height = image.height;
        canvas.getContext('2d').drawImage(image, 0, 0);
        return canvas.toDataURL('image/webp', ${WEBP_QUALITY});
      })()`,
    );
    await page.close();
    return Buffer.from(String(address).split(',')[1] ?? '', 'base64');
  }
}

/* Playwright colours its words for a terminal. */
function wordsOf(failure: unknown): string {
  const text = failure instanceof Error ? failure.message : String(failure);
  return stripVTControlCharacters(text);
}
