import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { calledAs } from '../role/called-as';
import { tokenInCookies } from './session-cookie';
import { sessionTokenHash } from './session.rules';

/** Which of the caller's sessions asks; only on routes for roles or accounts. */
export const CurrentTokenHash = createParamDecorator(
  (_: unknown, context: ExecutionContext): Buffer => {
    const request = context.switchToHttp().getRequest<Request>();
    const token = tokenInCookies(request.headers.cookie, calledAs(request).isOverHttps);
    if (token === undefined) throw new Error('This route is open to callers without an account.');
    return sessionTokenHash(token);
  },
);
