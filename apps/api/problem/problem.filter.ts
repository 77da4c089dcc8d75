import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { sqlState } from '@phien/store';
import type { Request, Response } from 'express';
import { randomBytes } from 'node:crypto';
import { answerTo, problemOf } from './problem.rules';

/** Turns whatever ended a request into problem details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('problem');

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;

    const http = host.switchToHttp();
    this.answer(error, http.getRequest<Request>(), http.getResponse<Response>());
  }

  /** The same, for a door outside Nest. */
  answer(error: unknown, request: Request, response: Response): void {
    const answer = answerTo(error, sqlState(error));
    const incident = answer.fault === 'ours' ? randomBytes(6).toString('hex') : undefined;
    if (incident !== undefined) this.report(incident, answer.status, request, error);
    if (response.headersSent) {
      response.destroy();
      return;
    }

    const language = request.acceptsLanguages('vi', 'en') === 'vi' ? 'vi' : 'en';
    const path = request.originalUrl.split('?')[0] ?? '/';
    if (answer.status === 503) response.setHeader('Retry-After', '1');
    response
      .status(answer.status)
      .setHeader('Content-Language', language)
      .setHeader('Cache-Control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify(problemOf(answer, { language, path, incident })));
  }

  /* What is busy or away is one cause and many requests: a line each, without its stack. */
  private report(incident: string, status: number, { method, path }: Request, error: unknown) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const line = `incident ${incident} at ${method} ${path}: ${message}`;
    if (status === 503) this.log.warn(line);
    else this.log.error(line, stack);
  }
}
