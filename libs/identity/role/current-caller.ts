import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Caller } from '../session/caller.dto';
import type { CalledRequest } from './access.guard';

/** The account that calls; only on routes for roles or accounts, where there always is one. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller => {
    const { caller } = context.switchToHttp().getRequest<CalledRequest>();
    if (caller === undefined) throw new Error('This route is open to callers without an account.');
    return caller;
  },
);
