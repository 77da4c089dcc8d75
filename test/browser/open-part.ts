import type { Locator, Page } from '@playwright/test';
import { expect } from './story';

/**
 * Opens a part of a page that is folded under a title. What stands above it may still be coming: then
 * a tap meets the place where it was, and a person taps again.
 */
export async function openPart(page: Page, title: string): Promise<Locator> {
  const part = page.locator('details').filter({ hasText: title });
  await expect(async () => {
    const isOpen = (await part.getAttribute('open')) !== null;
    if (!isOpen) await part.locator('summary').first().click();
    await expect(part).toHaveAttribute('open', '', { timeout: 1_000 });
  }).toPass();
  return part;
}
