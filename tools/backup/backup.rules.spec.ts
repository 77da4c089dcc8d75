import type { LedgerSum } from '@phien/parcel';
import { ledgerDifference, loadingOrder } from './backup.rules';

const key = (from: string, to: string, isDeferrable = false) => ({ from, to, isDeferrable });

it('fills what a key names first, and the parts of a document before it', () => {
  const order = loadingOrder(
    ['document', 'document_line', 'fair', 'link'],
    [
      key('document', 'link'),
      key('link', 'fair'),
      key('document_line', 'document', true),
      key('document_line', 'fair'),
    ],
  );
  expect(order).toEqual(['fair', 'document_line', 'link', 'document']);
});

it('says which tables hold each other up', () => {
  expect(() => loadingOrder(['a', 'b', 'c'], [key('a', 'b'), key('b', 'a')])).toThrow('a, b');
});

const ledger = (change: Partial<LedgerSum> = {}): LedgerSum => ({
  fairId: 'f',
  code: 'spring',
  linkCount: 3,
  documentCount: 2,
  totalVnd: 50_000,
  hash: '00',
  ...change,
});

it.each([
  [[ledger()], [ledger()], null],
  [[ledger()], [ledger({ totalVnd: 50_001 })], 'f'],
  [[ledger()], [ledger({ hash: '01' })], 'f'],
  [[ledger()], [], 'f'],
  [[], [ledger()], 'f'],
])('compares ledgers by everything they come to (%#)', (written, found, differs) => {
  expect(ledgerDifference(written, found)).toBe(differs);
});
