import { foldLogin, isPasswordLongEnough } from './account.rules';

it('knows a login however it was typed', () => {
  expect(foldLogin('  Cong.Chinh ')).toBe('cong.chinh');
});

it('counts the characters of a password, not its bytes', () => {
  expect(isPasswordLongEnough('mậtkhẩu😀😀')).toBe(false);
  expect(isPasswordLongEnough('mật khẩu 😀')).toBe(true);
  expect(isPasswordLongEnough('x'.repeat(201))).toBe(false);
});
