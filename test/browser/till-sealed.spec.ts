import type { Page } from '@playwright/test';
import { Client } from 'pg';
import { expect, test } from './story';
import { nextSale, openMenu, openTill, sellForCash, tillStand, untilSent } from './till-story';

const stand = tillStand();

/* The stories see the page only through strings: the runner's types know no browser. */
const keptDocuments = (page: Page) =>
  page.evaluate<number>(`new Promise((done, fail) => {
    const opening = indexedDB.open('phien-till');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('documents').objectStore('documents').count();
      counting.onsuccess = () => { opening.result.close(); done(counting.result); };
    };
  })`);

/** The page is opened afresh, and has told the fair how it stands and heard its answer. */
async function openAfresh(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().endsWith('/status'));
  await page.reload();
  expect((await answered).ok()).toBe(true);
}

/** Two people seal a fair that is over. This one runs as long as its phones sell, so it is written. */
async function seal(databaseUrl: string, fairId: string): Promise<void> {
  const db = new Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    const { rows } = await db.query<{ id: string }>(`SELECT id FROM account ORDER BY id LIMIT 2`);
    await db.query('BEGIN');
    await db.query(
      `INSERT INTO fair_seal (fair_id, proposed_by, proposed_at, sealed_by, sealed_at)
       VALUES ($1, $2, now(), $3, now())`,
      [fairId, ...rows.map(({ id }) => id)],
    );
    await db.query(`UPDATE fair SET state = 'sealed' WHERE id = $1`, [fairId]);
    await db.query('COMMIT');
  } finally {
    await db.end();
  }
}

test('a phone keeps every document until the fair is sealed and has them all, and then lets them go', async ({
  page,
  server,
}) => {
  await openTill(page, stand, 0);
  await sellForCash(page, [0]);
  await nextSale(page);
  await openMenu(page);
  await page.getByRole('button', { name: 'Chốt ca' }).click();
  await page.getByRole('button', { name: 'Chỉ ghi tổng' }).click();
  await page.getByLabel('Tổng tiền đếm được').fill('500000');
  await page.getByRole('button', { name: 'Chốt ca' }).click();
  await page.getByRole('button', { name: 'Đúng, chốt ca' }).click();
  await page.getByRole('button', { name: 'Xong, khóa máy' }).click();
  await untilSent(page);
  await openAfresh(page);
  expect(await keptDocuments(page)).toBe(3);

  await seal(server.databaseUrl, stand.fair.id);
  await openAfresh(page);
  await expect.poll(() => keptDocuments(page)).toBe(0);
  await page.getByRole('button', { name: 'Vào bán hàng' }).click();
  await openMenu(page);
  await page.getByRole('button', { name: 'Xuất tệp cứu hộ' }).click();
  await page.getByRole('button', { name: 'Lưu tệp' }).click();
  await expect(page.getByText('Máy này không giữ đơn nào')).toBeVisible();
});
