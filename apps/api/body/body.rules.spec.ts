import { DEEPEST_BODY, whyNotTaken } from './body.rules';

const lists = (depth: number): unknown =>
  JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
const objects = (depth: number): unknown =>
  JSON.parse('{"a":'.repeat(depth) + '1' + '}'.repeat(depth)) as unknown;

it.each<[string, unknown, string | null]>([
  ['an empty body', undefined, null],
  ['plain fields', { login: 'lan', days: 7, open: true, reason: null }, null],
  ['marks, emoji and line breaks', { name: 'Gốm Đông Triều 🎋\r\n' }, null],
  ['a list as wide as a body gets', { days: Array<number>(400_000).fill(1) }, null],
  ['lists just as deep as may be', lists(DEEPEST_BODY), null],
  ['objects just as deep as may be', objects(DEEPEST_BODY), null],
  ['lists one deeper', lists(DEEPEST_BODY + 1), 'body_too_deep'],
  ['objects one deeper', objects(DEEPEST_BODY + 1), 'body_too_deep'],
  ['lists that fill a body', { login: lists(200_000) }, 'body_too_deep'],
  ['objects that fill a body', { login: objects(80_000) }, 'body_too_deep'],
  ['a NUL', { name: 'a\u0000' }, 'text_not_storable'],
  ['the first half of a pair', { name: 'a\ud800' }, 'text_not_storable'],
  ['the second half of a pair', { names: [{ vi: '\udc00a' }] }, 'text_not_storable'],
  ['halves in the wrong order', { name: '\udc00\ud800' }, 'text_not_storable'],
  ['a broken name of a field', { 'a\ud800': 1 }, 'text_not_storable'],
  ['a broken text alone', '\u0000', 'text_not_storable'],
])('%s', (_, body, code) => {
  expect(whyNotTaken(body)?.code ?? null).toBe(code);
});
