import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Caller } from '../session/caller.dto';
import { Sessions } from '../session/sessions';
import { ACCESS } from './access';
import { whyNot, type Access } from './access.rules';
import { calledAs } from './called-as';
import { whyForeign } from './request-origin.rules';

export type CalledRequest = Request & { caller?: Caller };

/** Stands before every route: own page, then who, then where, then as what. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    /* A socket has proved itself to the middleware of its namespace before any message is heard. */
    if (context.getType() !== 'http') return true;

    const request = context.switchToHttp().getRequest<CalledRequest>();
    const foreign = whyForeign({
      method: request.method,
      host: calledAs(request).host,
      origin: request.headers.origin,
      contentType: request.headers['content-type'],
      contentLength: request.headers['content-length'],
      transferEncoding: request.headers['transfer-encoding'],
    });
    if (foreign !== null) throw foreign;

    const access = this.reflector.getAllAndOverride<Access>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access.for === 'roles') await this.admitByRole(request, access);
    else if (access.for === 'accounts') await this.admitAccount(request, access);
    return true;
  }

  /* A remembered caller may be let in; before anyone is turned away the database is asked. */
  private async admitByRole(request: CalledRequest, access: Access): Promise<void> {
    const fairId = request.params.fairId as string | undefined;
    const { cookie } = request.headers;
    const remembered = await this.sessions.read(cookie, calledAs(request).isOverHttps);
    if (remembered !== null && whyNot(access, remembered, fairId) === null) {
      request.caller = remembered;
      return;
    }
    const caller = await this.sessions.readFresh(cookie, calledAs(request).isOverHttps);
    const refusal = whyNot(access, caller, fairId);
    if (refusal !== null) throw refusal;
    request.caller = caller ?? undefined;
  }

  private async admitAccount(request: CalledRequest, access: Access): Promise<void> {
    const caller = await this.sessions.readFresh(
      request.headers.cookie,
      calledAs(request).isOverHttps,
    );
    const refusal = whyNot(access, caller, undefined);
    if (refusal !== null) throw refusal;
    request.caller = caller ?? undefined;
  }
}
