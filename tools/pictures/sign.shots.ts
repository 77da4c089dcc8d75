import { Secret, TOTP } from 'otpauth';
import { either } from './either';
import type { Shot, Stage } from './shot';

/* The demo's official has one phone, whichever shots are taken. */
let official: TOTP | null = null;

async function answered<Answer>(
  answer: Promise<{ ok(): boolean; text(): Promise<string> }>,
): Promise<Answer> {
  const given = await answer;
  const text = await given.text();
  if (!given.ok()) throw new Error(text);
  return (text === '' ? null : JSON.parse(text)) as Answer;
}

/** Sets the official's phone up, once; answers a code that was not used yet. */
async function nextCode({ page, url, password, enterAs }: Stage): Promise<string> {
  await enterAs('official');
  if (official !== null) return official.generate({ timestamp: Date.now() + 30_000 });
  const at = `${url}/api/account/second-factor`;
  const { secret } = await answered<{ secret: string }>(
    page.request.post(at, { data: { password: password('official') } }),
  );
  official = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) });
  const code = official.generate();
  await answered(page.request.post(`${at}/confirmation`, { data: { code } }));
  return official.generate({ timestamp: Date.now() + 30_000 });
}

interface ClosedDay {
  day: string;
  revision: number;
  hash: string;
}

/** The latest revision of the first closed day: that one is over, whichever others were closed. */
async function closedDay(stage: Stage): Promise<ClosedDay> {
  const { page, url, fair } = stage;
  await stage.enterAs('organizer');
  const at = `${url}/api/fairs/${fair.id}/days`;
  const days = await answered<{ day: string; revision: number | null }[]>(page.request.get(at));
  const closed = days.find(({ revision }) => revision !== null);
  if (!closed) throw new Error('No day of the fair is closed.');
  const revisions = await answered<ClosedDay[]>(page.request.get(`${at}/${closed.day}/closings`));
  const latest = revisions.at(-1);
  if (!latest) throw new Error('The closed day has no revision.');
  return latest;
}

async function signed(stage: Stage): Promise<ClosedDay> {
  const { page, url, fair } = stage;
  const closing = await closedDay(stage);
  const code = await nextCode(stage);
  const { day, revision, hash } = closing;
  await answered(
    page.request.post(`${url}/api/fairs/${fair.id}/days/${day}/closings/${revision}/signatures`, {
      data: { hash, code },
    }),
  );
  return closing;
}

async function open({ page, url, fair }: Stage, day: string): Promise<void> {
  await page.goto(`${url}/reports?fair=${fair.code}&day=${day}`);
  await page.getByTestId('revenue').first().waitFor({ state: 'attached' });
}

/* In this order: the day is unsigned before the first that signs it. */
export const shots: Shot[] = [
  {
    name: 'sign-account',
    isWhole: true,
    arrange: async (stage) => {
      const { page, url, password } = stage;
      await stage.enterAs('official');
      await page.goto(`${url}/account`);
      const card = page.getByTestId('second-factor');
      await card.waitFor();
      if (official !== null) return;
      await card.locator('input[type=password]').fill(password('official'));
      await card.getByRole('button', { name: either('Ghép điện thoại', 'Set up a phone') }).click();
      await page.getByTestId('typed-secret').waitFor();
    },
  },
  {
    name: 'sign-review',
    arrange: async (stage) => {
      const { page } = stage;
      const { day } = await closedDay(stage);
      await nextCode(stage);
      await open(stage, day);
      await page.getByRole('button', { name: either('Xem và ký', 'Review and sign') }).click();
      await page.getByTestId('sign-sheet').locator('input').waitFor();
    },
  },
  {
    name: 'sign-signed',
    arrange: async (stage) => open(stage, (await signed(stage)).day),
  },
  {
    name: 'verify',
    arrange: async ({ page, url }) => {
      await page.goto(`${url}/verify`);
      await page.locator('form').waitFor();
    },
  },
  {
    name: 'verify-genuine',
    arrange: async (stage) => {
      const { page, url } = stage;
      const { hash } = await signed(stage);
      await page.context().clearCookies();
      await page.goto(`${url}/verify/#${hash}`);
      await page.getByTestId('signatures').waitFor();
    },
  },
  {
    name: 'verify-paper',
    isWhole: true,
    arrange: async (stage) => {
      const { page, url, fair } = stage;
      const { day } = await closedDay(stage);
      const { contentHash } = await answered<{ contentHash: string }>(
        page.request.post(`${url}/api/fairs/${fair.id}/papers`, {
          data: { kind: 'late_list', day, language: 'vi' },
        }),
      );
      await page.context().clearCookies();
      await page.goto(`${url}/verify/#${contentHash}`);
      await page.getByTestId('paper-days').waitFor();
    },
  },
  {
    name: 'verify-unknown',
    arrange: async ({ page, url }) => {
      await page.goto(`${url}/verify/#${'0123456789abcdef'.repeat(4)}`);
      await page.locator('[data-state=unknown]').waitFor();
    },
  },
  {
    name: 'press-figures',
    isWhole: true,
    arrange: async (stage) => {
      const { page } = stage;
      const { day } = await closedDay(stage);
      await open(stage, day);
      await page.locator('summary', { hasText: /cho báo chí|given to the press/ }).click();
      await page.locator('input[type=datetime-local]').waitFor();
    },
  },
];
