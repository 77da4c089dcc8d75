import type { Shot, Stage } from './shot';

const choice = {
  isPublished: true,
  showsVisits: true,
  showsRevenue: true,
  showsBooths: true,
  visitsStep: 100,
  revenueStepVnd: 10_000_000,
  delayMinutes: 15 as number | null,
};

async function publish({ page, url, fair }: Stage, more: Partial<typeof choice>): Promise<void> {
  const answer = await page.request.put(`${url}/api/fairs/${fair.id}/publication`, {
    data: { ...choice, ...more },
  });
  if (!answer.ok()) throw new Error(await answer.text());
}

/* What was chosen a moment ago is read again within five seconds. */
async function open(stage: Stage, more: Partial<typeof choice> = {}, part = '#figures') {
  await stage.enterAs('organizer');
  await publish(stage, more);
  const { page, url, fair } = stage;
  const wanted = { ...choice, ...more }.delayMinutes;
  for (;;) {
    const answer = await page.request.get(`${url}/api/public/fairs/${fair.code}`);
    const told = (await answer.json()) as { delayMinutes?: number | null };
    if (answer.ok() && told.delayMinutes === wanted) break;
    await page.waitForTimeout(250);
  }
  await page.context().clearCookies();
  await page.goto(`${url}/f/${fair.code}${part}`);
  await page.getByTestId(part === '#figures' ? 'public-revenue' : 'public-map').waitFor();
}

export const shots: Shot[] = [
  { name: 'public-plan', arrange: (stage) => open(stage, {}, '') },
  {
    name: 'public-booth',
    arrange: async (stage) => {
      await open(stage, {}, '/b/A01');
      await stage.page.getByTestId('booth-card').waitFor();
    },
  },
  {
    name: 'public-list',
    arrange: async (stage) => {
      await open(stage, {}, '');
      await stage.page.goto(`${stage.url}/f/${stage.fair.code}#list`);
      await stage.page.getByTestId('booth-list').waitFor();
    },
  },
  { name: 'public', arrange: (stage) => open(stage) },
  { name: 'public-whole', isWhole: true, arrange: (stage) => open(stage) },
  {
    name: 'public-closed-days',
    sizes: ['phone'],
    arrange: (stage) => open(stage, { delayMinutes: null }),
  },
  {
    name: 'public-missing',
    arrange: async ({ page, url }) => {
      await page.goto(`${url}/f/khong-co-hoi-cho-nay`);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'publication',
    isWhole: true,
    arrange: async (stage) => {
      await stage.enterAs('organizer');
      await publish(stage, {});
      await stage.page.goto(`${stage.url}/reports?fair=${stage.fair.code}`);
      await stage.page.locator('summary', { hasText: /công chúng|the public/i }).click();
      await stage.page.getByTestId('public-revenue').waitFor();
    },
  },
];
