import { accountWish } from './account-wish.rules';

it.each([
  [['reset', 'lan'], { verb: 'reset', login: 'lan' }],
  [['lost-phone', 'lan'], { verb: 'lost-phone', login: 'lan' }],
  [['open', 'lan'], null],
  [['reset'], null],
  [['reset', ' '], null],
  [['reset', 'lan', 'minh'], null],
  [['--help'], null],
  [[], null],
])('%j', (args, wish) => {
  expect(accountWish(args)).toEqual(wish);
});
