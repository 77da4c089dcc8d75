import { parseCookie, stringifySetCookie } from 'cookie';
import { isSessionToken, SESSION_DAYS } from './session.rules';

/* Browsers take a `__Host-` cookie only over https, for exactly this host and the path /. */
const SECURE_NAME = '__Host-phien';
const PLAIN_NAME = 'phien';

/** The token in a Cookie header; over https only from the cookie that no other host can have set. */
export function tokenInCookies(header: string | undefined, overHttps: boolean): string | undefined {
  const cookies = parseCookie(header ?? '');
  const value = overHttps ? cookies[SECURE_NAME] : (cookies[SECURE_NAME] ?? cookies[PLAIN_NAME]);
  return isSessionToken(value) ? value : undefined;
}

/** A Set-Cookie header that keeps the token for as long as its session can last. */
export function sessionCookie(token: string, overHttps: boolean): string {
  return setCookie(token, overHttps, SESSION_DAYS * 86_400);
}

/** Set-Cookie headers that make the browser forget the token, under either name it may have. */
export function forgottenSessionCookies(overHttps: boolean): string[] {
  return overHttps ? [setCookie('', true, 0), setCookie('', false, 0)] : [setCookie('', false, 0)];
}

function setCookie(value: string, overHttps: boolean, maxAge: number): string {
  return stringifySetCookie({
    name: overHttps ? SECURE_NAME : PLAIN_NAME,
    value,
    maxAge,
    path: '/',
    httpOnly: true,
    secure: overHttps,
    sameSite: 'strict',
  });
}
