import { accountWish } from './account-wish.rules';

it.each([
  [['reset', 'lan'], { login: 'lan' }],
  [['reset'], null],
  [['reset', ' '], null],
  [['reset', 'lan', 'minh'], null],
  [['--help'], null],
  [[], null],
])('%j', (args, wish) => {
  expect(accountWish(args)).toEqual(wish);
});
