import { asTaxCode, taxCodeFault } from './tax-code.rules';

it.each([
  ['0100233488', null],
  ['0314409058-002', null],
  ['0100109106', null],
  ['079200001234', null],
  ['0100233480', 'check_digit'],
  ['0100109160', 'check_digit'],
  ['0100000000', 'serial'],
  ['0314409058-000', 'branch'],
  ['010023348', 'shape'],
  ['01002334881', 'shape'],
  ['0314409058002', 'shape'],
  ['01A0233488', 'shape'],
  ['', 'shape'],
])('%s: %s', (code, fault) => {
  expect(taxCodeFault(code)).toBe(fault);
});

it.each([
  ['0100 233.488', '0100233488'],
  ['0314409058002', '0314409058-002'],
  ['0314409058 – 002', '0314409058-002'],
  ['100233488', '0100233488'],
  ['100233480', '100233480'],
])('reads %s as %s', (typed, code) => {
  expect(asTaxCode(typed)).toBe(code);
});
