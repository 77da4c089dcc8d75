import type { APIRequestContext } from '@playwright/test';
import { either } from './either';
import type { Shot, Stage } from './shot';

const FILES_MS = 60_000;
/* A phone came back after its first closing. */
const REVISED_DAY = '2025-11-19';

/** The newest day that has begun, by its own list. */
async function today({
  page,
  url,
  fair,
}: Stage): Promise<{ day: string; revision: number | null }> {
  const answer = await page.context().request.get(`${url}/api/fairs/${fair.id}/days`);
  const days = (await answer.json()) as { day: string; state: string; revision: number | null }[];
  const begun = days.filter(({ state }) => state !== 'upcoming');
  const last = begun.at(-1);
  if (!last) throw new Error('No day of the fair has begun.');
  return last;
}

async function close(request: APIRequestContext, { url, fair }: Stage, day: string): Promise<void> {
  await request.post(`${url}/api/fairs/${fair.id}/days/${day}/closings`, {
    data: { reason: 'chốt để chụp hình' },
  });
}

async function open(stage: Stage, day?: string): Promise<void> {
  const { page, url, fair } = stage;
  await page.goto(`${url}/reports?fair=${fair.code}${day === undefined ? '' : `&day=${day}`}`);
  await page.getByTestId('revenue').first().waitFor({ state: 'attached' });
}

async function openClosed(stage: Stage): Promise<void> {
  await stage.enterAs('organizer');
  const { day, revision } = await today(stage);
  if (revision === null) await close(stage.page.context().request, stage, day);
  await open(stage, day);
  await stage.page
    .getByTestId('revision-1')
    .getByRole('link', { name: /^Tải Excel tiếng Việt/ })
    .waitFor({ timeout: FILES_MS });
}

/* In this order: the day is open before the first that closes it. */
export const shots: Shot[] = [
  {
    name: 'reports-days',
    arrange: async (stage) => {
      await stage.enterAs('organizer');
      await open(stage);
    },
  },
  {
    name: 'reports-close-day',
    arrange: async (stage) => {
      await stage.enterAs('organizer');
      const { day } = await today(stage);
      await open(stage, day);
      await stage.page.getByRole('button', { name: /^(Chốt ngày|Lập bản sửa đổi)$/ }).click();
      await stage.page.getByRole('button', { name: /^Chốt thành bản/ }).waitFor();
    },
  },
  {
    name: 'reports-revision',
    arrange: async (stage) => {
      await stage.enterAs('organizer');
      await open(stage, REVISED_DAY);
      const { page } = stage;
      const revision = page.getByTestId('revision-2');
      await revision.getByTestId('revenue').waitFor();
      await page.evaluate(
        `document.querySelector('[data-testid=difference]').scrollIntoView({ block: 'center' })`,
      );
    },
  },
  {
    name: 'reports-closed',
    arrange: async (stage) => {
      await stage.enterAs('organizer');
      await open(stage, REVISED_DAY);
      const file = stage.page.getByRole('link', { name: /^Tải Excel tiếng Việt của bản 2/ });
      await file.first().waitFor({ timeout: FILES_MS });
    },
  },
  { name: 'reports-provisional', arrange: openClosed },
  {
    name: 'reports-missing-names',
    arrange: async (stage) => {
      await openClosed(stage);
      await stage.page.getByText('Xem tên').first().click();
    },
  },
  {
    name: 'reports-visits-method',
    arrange: async (stage) => {
      await openClosed(stage);
      await stage.page.getByText('Cách đếm khách').first().click();
    },
  },
  {
    name: 'reports-official',
    arrange: async (stage) => {
      await openClosed(stage);
      await stage.enterAs('official');
      const { day } = await today(stage);
      await open(stage, day);
    },
  },
  {
    name: 'papers-reports',
    isWhole: true,
    arrange: async (stage) => {
      await openClosed(stage);
      const { page } = stage;
      await page.locator('summary', { hasText: /Giấy tờ khác|Other documents/ }).click();
      await page.getByRole('button', { name: either('Lập giấy tờ', 'Make the document') }).click();
      await page
        .getByTestId('paper-statement')
        .getByRole('link')
        .first()
        .waitFor({ timeout: FILES_MS });
    },
  },
  {
    name: 'papers-final',
    isWhole: true,
    arrange: async (stage) => {
      await stage.enterAs('organizer');
      const { page, url, fair } = stage;
      await page.goto(`${url}/reports/final?fair=${fair.code}`);
      await page.getByTestId('field-revenue').waitFor();
    },
  },
  {
    name: 'papers-final-edit',
    arrange: async (stage) => {
      await stage.enterAs('organizer');
      const { page, url, fair } = stage;
      await page.goto(`${url}/reports/final?fair=${fair.code}`);
      await page
        .getByTestId('field-organizer')
        .getByRole('button', { name: /^(Sửa|Edit) / })
        .click();
      await page.locator('textarea').first().fill('Sở Công Thương tỉnh Quảng Ninh');
    },
  },
  {
    name: 'reports-mail',
    isWhole: true,
    arrange: async (stage) => {
      await stage.enterAs('organizer');
      const { page, url, fair } = stage;
      for (const [name, address] of [
        [
          'Sở Công Thương tỉnh Quảng Ninh, Trung tâm Xúc tiến và Phát triển Công Thương',
          'phong-quan-ly-thuong-mai@socongthuong.quangninh.example.vn',
        ],
        ['Văn phòng điều phối nông thôn mới', 'dieuphoi@example.vn'],
      ]) {
        await page.context().request.post(`${url}/api/fairs/${fair.id}/closing-mail/recipients`, {
          data: { name, address, language: 'vi' },
        });
      }
      await open(stage);
      await page.getByText('Gửi thư khi chốt ngày').click();
      await page.getByTestId('mail-recipients').waitFor();
    },
  },
  {
    name: 'reports-seal',
    arrange: async (stage) => {
      await stage.enterAs('organizer');
      await open(stage);
      const { page } = stage;
      const part = page.locator('details', { hasText: 'Niêm phong hội chợ' });
      await part.locator('summary').first().click();
      await part.getByRole('button', { name: 'Đề nghị niêm phong' }).waitFor();
      await page.evaluate(
        `[...document.querySelectorAll('details[open]')].at(-1).scrollIntoView()`,
      );
    },
  },
  {
    name: 'reports-forbidden',
    arrange: async (stage) => {
      await stage.enterAs('gate');
      await stage.page.goto(`${stage.url}/reports?fair=${stage.fair.code}`);
      await stage.page.getByRole('heading', { level: 2 }).first().waitFor();
    },
  },
];
