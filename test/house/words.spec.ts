import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../tools/machine/project-folder';

/** What the screens say in a language, by message; of all screens, or of all but some. */
const messages = (language: 'vi' | 'en', { without = [] as string[] } = {}) => {
  const folder = join(projectFolder, 'apps/web/messages', language);
  const files = readdirSync(folder).filter((file) => !without.includes(file));
  return Object.assign(
    {},
    ...files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as object),
  ) as Record<string, string>;
};

/* The slip of paper itself is printed and shown at the till. */
const PAPER = { without: ['till.json'] };

const placesOf = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, at]) => at);

/** Messages that hold the words, by name. */
const saying = (words: RegExp, of: Record<string, string>) =>
  Object.keys(of).filter((name) => words.test(of[name] ?? ''));

it('says on screen what docs/words.md says: a sale is no slip of paper', () => {
  expect(saying(/phiếu/i, messages('vi', PAPER))).toEqual([]);
  expect(saying(/receipt|slip/i, messages('en', PAPER))).toEqual([]);
  expect(saying(/phiếu/i, { old: 'Số phiếu bán hàng', new: 'Số đơn bán' })).toEqual(['old']);
});

it('counts no booths where it means money that booths declared', () => {
  expect(messages('vi').kpi_revenue_measured).toBe(
    '{share} đo tại máy, {declared} do gian tự khai',
  );
});

it('says everything in both languages, with the same figures in it', () => {
  const [vi, en] = [messages('vi'), messages('en')];
  expect(Object.keys(vi)).toEqual(Object.keys(en));
  for (const [name, sentence] of Object.entries(vi)) {
    expect([name, ...placesOf(sentence).sort()]).toEqual([
      name,
      ...placesOf(en[name] ?? '').sort(),
    ]);
  }
});

it('shows nobody a command: the screens say who can help instead', () => {
  const command = /\b(npm|npx|docker|sudo)\b|\s--\s/;
  expect(saying(command, messages('vi'))).toEqual([]);
  expect(saying(command, messages('en'))).toEqual([]);
  expect(saying(command, { old: 'Hãy chạy: npm run account -- reset' })).toEqual(['old']);
});
