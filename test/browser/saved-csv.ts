import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect } from './story';

/** The table that is open under this title, as the file that its button saves. */
export async function csvOf(page: Page, title: string): Promise<string[]> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: `${title}: tải CSV` }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^phien-[a-z0-9-]+\.csv$/);
  return readFileSync(await file.path(), 'utf8').split('\r\n');
}
