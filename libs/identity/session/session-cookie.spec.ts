import { forgottenSessionCookies, sessionCookie, tokenInCookies } from './session-cookie';
import { newSessionToken } from './session.rules';

const token = newSessionToken();
const other = newSessionToken();

it('binds the cookie to this very host over https', () => {
  expect(sessionCookie(token, true)).toBe(
    `__Host-phien=${token}; Max-Age=2592000; Path=/; HttpOnly; Secure; SameSite=Strict`,
  );
});

it('keeps scripts and other sites from the cookie over plain http too', () => {
  expect(sessionCookie(token, false)).toBe(
    `phien=${token}; Max-Age=2592000; Path=/; HttpOnly; SameSite=Strict`,
  );
});

it('reads back what it wrote', () => {
  expect(tokenInCookies(`theme=dark; __Host-phien=${token}`, true)).toBe(token);
  expect(tokenInCookies(`phien=${token}; theme=dark`, false)).toBe(token);
});

it('does not take over https a cookie that another host can have set', () => {
  expect(tokenInCookies(`phien=${other}`, true)).toBeUndefined();
  expect(tokenInCookies(`phien=${other}; __Host-phien=${token}`, true)).toBe(token);
});

it.each([undefined, '', 'phien=', 'phien=short', `phien=${token}x`, 'phien=%00'])(
  'finds no token in %p',
  (header) => {
    expect(tokenInCookies(header, false)).toBeUndefined();
  },
);

it('makes the browser forget both names', () => {
  expect(forgottenSessionCookies(true)).toEqual([
    '__Host-phien=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict',
    'phien=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict',
  ]);
});
