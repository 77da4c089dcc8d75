import { OneAtATime } from './one-at-a-time';

const soon = () => new Promise((resolve) => setImmediate(resolve));

it('keeps the order of one key, whoever fails, and lets other keys pass', async () => {
  const turns = new OneAtATime();
  const heard: string[] = [];
  const say = (word: string) => async () => {
    heard.push(`${word} begins`);
    await soon();
    heard.push(`${word} ends`);
    if (word === 'second') throw new Error('second fails');
    return word;
  };
  const answers = await Promise.allSettled([
    turns.run('lan', say('first')),
    turns.run('lan', say('second')),
    turns.run('minh', say('other')),
    turns.run('lan', say('third')),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect(heard.filter((line) => !line.startsWith('other'))).toEqual([
    'first begins',
    'first ends',
    'second begins',
    'second ends',
    'third begins',
    'third ends',
  ]);
  expect(heard.indexOf('other begins')).toBeLessThan(heard.indexOf('first ends'));
});
