import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

const messages = (language: 'vi' | 'en') =>
  JSON.parse(readFileSync(join(ROOT, `apps/web/messages/${language}.json`), 'utf8')) as Record<
    string,
    string
  >;

const placesOf = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, at]) => at);

/** Messages that hold the words, by name. */
const saying = (words: RegExp, of: Record<string, string>) =>
  Object.keys(of).filter((name) => words.test(of[name] ?? ''));

it('says on screen what docs/words.md says: a sale is no slip of paper', () => {
  expect(saying(/phiếu/i, messages('vi'))).toEqual([]);
  expect(saying(/receipt|slip/i, messages('en'))).toEqual([]);
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
