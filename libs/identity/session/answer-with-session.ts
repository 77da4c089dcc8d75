import type { Request, Response } from 'express';
import { calledAs } from '../role/called-as';
import type { Caller } from './caller.dto';
import { sessionCookie } from './session-cookie';
import type { OpenedSession } from './sign-in';

/** Gives the browser its new session; the opaque token travels in an HttpOnly cookie alone. */
export function answerWithSession(
  request: Request,
  response: Response,
  { token, caller }: OpenedSession,
): Caller {
  response.append('Set-Cookie', sessionCookie(token, calledAs(request).isOverHttps));
  return caller;
}
