import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { picturesShownIn } from '../../tools/pictures/picture-wish.rules';
import { projectFolder } from '../../tools/machine/project-folder';

const GUIDES = join(projectFolder, 'docs/guides');
const people = ['cashier', 'exhibitor', 'gate', 'official', 'organizer'];

type Language = 'vi' | 'en';

const guide = (person: string, language: Language) =>
  readFileSync(join(GUIDES, `${person}.${language}.md`), 'utf8');

/** Everything that the screens say in a language; a place in it stands for any words. */
function screenWords(language: Language): RegExp[] {
  const folder = join(projectFolder, 'apps/web/messages', language);
  return readdirSync(folder).flatMap((file) => {
    const messages = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>;
    return Object.values(messages).filter(saysSomething).map(wordsOf);
  });
}

/* A message that is nothing but a place, such as `{share} %`, would say everything. */
const saysSomething = (message: string) => /\p{L}{2}/u.test(message.replace(/\{\w+\}/g, ''));

const wordsOf = (message: string) => {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `^${message
      .split(/\{\w+\}/)
      .map(literal)
      .join('.+')}$`,
  );
};

/* Trouble is named in bold at the head of a line, with a full stop; the rest is what stands on screen. */
const boldIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/^- \*\*[^*]+\.\*\*/, ''))
    .flatMap((line) => [...line.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = '']) => words));

/** Words that a guide shows as words of a screen, and that no screen says. */
const unsaid = (text: string, said: readonly RegExp[]) =>
  boldIn(text).filter((words) => !said.some((message) => message.test(words)));

/** Headings by their depth: what a reader of the other language finds at the same place. */
const outline = (text: string) =>
  [...text.matchAll(/^(#+) /gm)].map(([, marks = '']) => marks.length);

const missing = (text: string) =>
  picturesShownIn(text).filter((file) => !existsSync(join(projectFolder, 'docs/pictures', file)));

it('guides each of the five people in both languages, chapter by chapter', () => {
  const found = readdirSync(GUIDES).sort();
  expect(found).toEqual(people.flatMap((person) => [`${person}.en.md`, `${person}.vi.md`]));
  for (const person of people) {
    const [vi, en] = [guide(person, 'vi'), guide(person, 'en')];
    expect([person, ...outline(vi)]).toEqual([person, ...outline(en)]);
    expect([person, ...picturesShownIn(vi)]).toEqual([person, ...picturesShownIn(en)]);
    expect(picturesShownIn(vi).length).toBeGreaterThan(0);
  }
});

describe.each(['vi', 'en'] as const)('in %s', (language) => {
  const said = screenWords(language);

  it.each(people)('the guide for the %s names nothing that its screens do not say', (person) => {
    expect(unsaid(guide(person, language), said)).toEqual([]);
  });

  it.each(people)('the guide for the %s shows pictures that are there', (person) => {
    expect(missing(guide(person, language))).toEqual([]);
  });
});

it('sees a button that is gone, a picture that is gone, and a chapter too many', () => {
  const messages = ['Thu tiền', 'Giao {code}', 'Cộng {count} (?)', '{share} %'];
  const said = messages.filter(saysSomething).map(wordsOf);
  const text = [
    '# Bán',
    'Bấm **Thu tiền**, rồi **Giao A12**, rồi **Tính tiền**, **Cộng 5 (?)**.',
    '- **Mất mạng.** Bấm **Gửi**.',
    '## Trả',
    '![x](../pictures/gone-phone.webp)',
  ].join('\n');
  expect(unsaid(text, said)).toEqual(['Tính tiền', 'Gửi']);
  expect(missing(text)).toEqual(['gone-phone.webp']);
  expect(outline(text)).toEqual([1, 2]);
});
