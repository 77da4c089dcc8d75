import { ValidationPipe, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ReadMailedClosing, ReadPublicFair, ReadPublicFairPlan } from '@phien/reports';
import type { RequestHandler } from 'express';
import { join } from 'node:path';
import { AppModule } from './app.module';
import { StorableBody } from './body/storable-body';
import { openDocumentsDoor } from './documents/documents-door';
import { OwnOriginSockets } from './live/own-origin-sockets';
import { JOBS, jobsDoor } from './jobs/jobs-door';
import { logAnswers, NestLog, openLog } from './log/log';
import { builtPage } from './page/built-page';
import { mailedClosingPage } from './page/mailed-closing-page';
import { publicFairPage } from './page/public-fair-page';
import { securityHeaders } from './page/security-headers';
import { inputInvalid } from './problem/field-problems';
import { ProblemFilter } from './problem/problem.filter';
import { projectFolder } from './project-folder';

const LARGEST_BODY = '1mb';

export interface AppSettings {
  /** Whether a proxy in front is believed when it says who called and over https. */
  trustsProxy: boolean;
}

/** The whole api, ready to listen: every lib's door behind one guard, one pipe and one filter. */
export async function openApp({ trustsProxy }: AppSettings): Promise<NestExpressApplication> {
  const log = openLog();
  const logger: LoggerService = new NestLog(log);
  const app = await NestFactory.create<NestExpressApplication>(AppModule, {
    logger,
    abortOnError: false,
    bodyParser: false,
  });
  if (trustsProxy) app.set('trust proxy', 1);
  /* Else Express shows stack traces to whoever makes it stumble outside /api. */
  app.set('env', 'production');
  app.disable('x-powered-by');
  app.use(securityHeaders());
  app.use(
    publicFairPage(join(projectFolder, 'dist/web/f/index.html'), {
      plan: (code, from) => app.get(ReadPublicFairPlan, { strict: false }).run(code, from),
      figures: (code, from) => app.get(ReadPublicFair, { strict: false }).run(code, from),
    }),
  );
  app.use(mailedClosingPage(() => app.get(ReadMailedClosing, { strict: false })));
  app.use(JOBS, jobsDoor(app));
  app.use(builtPage(join(projectFolder, 'dist/web')));
  app.use('/api', answersStayPrivate);
  app.useBodyParser('json', { limit: LARGEST_BODY });
  app.setGlobalPrefix('api');
  app.useGlobalPipes(
    new StorableBody(),
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      exceptionFactory: inputInvalid,
    }),
  );
  app.useGlobalFilters(new ProblemFilter());
  app.useWebSocketAdapter(new OwnOriginSockets(app));
  openDocumentsDoor(app);
  logAnswers(app.getHttpServer(), log);
  return app;
}

/* A shared cache never keeps an answer, a browser asks whether it is still so. */
const answersStayPrivate: RequestHandler = (_, response, next) => {
  response.setHeader('Cache-Control', 'private, no-cache');
  next();
};
