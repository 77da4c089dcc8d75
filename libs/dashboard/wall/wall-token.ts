import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';

const BEARER = /^Bearer ([A-Za-z0-9_-]{1,200})$/i;

/** The secret of `Authorization: Bearer …`; empty without one. */
export const WallToken = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { headers } = context.switchToHttp().getRequest<IncomingMessage>();
  return BEARER.exec(headers.authorization ?? '')?.[1] ?? '';
});
