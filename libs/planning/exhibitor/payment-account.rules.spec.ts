import { asKept, faultsOfAccount, lastDigits } from './payment-account.rules';

const good = { bankBin: '970436', accountNumber: '0123456789', holderName: 'HTX CHA MUC' };

it.each<[string, Partial<typeof good>, string[]]>([
  ['a whole account', {}, []],
  ['spaces and dots in the number', { accountNumber: ' 0123 4567.89 ' }, []],
  ['a number with letters, as some banks sell', { accountNumber: 'CHAMUC68' }, []],
  ['a bank of no list', { bankBin: '999999' }, ['bank_unknown']],
  ['a number of three digits', { accountNumber: '123' }, ['account_number_refused']],
  ['a number of twenty', { accountNumber: '1'.repeat(20) }, ['account_number_refused']],
  ['a number with marks', { accountNumber: 'CHẢMỰC' }, ['account_number_refused']],
  ['nobody’s account', { holderName: ' ' }, ['holder_name_refused']],
  ['a holder of 101 letters', { holderName: 'A'.repeat(101) }, ['holder_name_refused']],
  [
    'nothing right',
    { bankBin: '', accountNumber: '', holderName: '' },
    ['bank_unknown', 'account_number_refused', 'holder_name_refused'],
  ],
])('takes or refuses %s', (_, change, expected) => {
  expect(faultsOfAccount(asKept({ ...good, ...change })).map(({ code }) => code)).toEqual(expected);
});

it('lets four digits into a log', () => {
  expect(lastDigits('0123456789')).toBe('6789');
});
