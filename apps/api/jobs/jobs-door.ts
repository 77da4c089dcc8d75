import { getQueueToken } from '@nestjs/bullmq';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { calledAs, Sessions } from '@phien/identity';
import { SUGGESTION_QUEUE } from '@phien/planning';
import { REPORT_QUEUE } from '@phien/reports';
import type { Queue } from 'bullmq';
import type { RequestHandler } from 'express';

/** Where the queues are shown. */
export const JOBS = '/jobs';

/**
 * Shows the queues at `/jobs` to whoever may open fairs, and only shows: a queue holds jobs of every
 * fair, so an organizer of one fair does not see it, and everything but reading is turned away. What
 * is due is asked of Postgres, so there is nothing here that a person must do.
 */
export function jobsDoor(app: NestExpressApplication): RequestHandler {
  let board: Promise<RequestHandler> | undefined;
  return (request, response, next) => {
    response.set('Cache-Control', 'private, no-store');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.status(405).set('Allow', 'GET, HEAD').type('text').send('Chỉ xem · Read only');
      return;
    }
    const sessions = app.get(Sessions, { strict: false });
    const show = async () => {
      const caller = await sessions.readFresh(
        request.headers.cookie,
        calledAs(request).isOverHttps,
      );
      if (caller?.mayOpenFairs) {
        board ??= openBoard(app);
        (await board)(request, response, next);
        return;
      }
      const [status, words] =
        caller === null
          ? [401, 'Hãy đăng nhập rồi mở lại · Sign in, then open this again']
          : [403, 'Chỉ người được mở hội chợ xem được · Only for those who may open fairs'];
      response.status(status).type('text').send(words);
    };
    show().catch(next);
  };
}

/* Loaded when it is first asked for: most servers never show it. */
async function openBoard(app: NestExpressApplication): Promise<RequestHandler> {
  const { createBullBoard } = await import('@bull-board/api');
  const { BullMQAdapter } = await import('@bull-board/api/bullMQAdapter');
  const { ExpressAdapter } = await import('@bull-board/express');
  const serverAdapter = new ExpressAdapter();
  serverAdapter.setBasePath(JOBS);
  const queues = [REPORT_QUEUE, SUGGESTION_QUEUE].map((name) =>
    app.get<Queue>(getQueueToken(name), { strict: false }),
  );
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Phiên' } },
  });
  return serverAdapter.getRouter() as RequestHandler;
}
