import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Express, Request, Response } from 'express';
import type { IncomingMessage, ServerResponse } from 'node:http';

const expressOf = (api: NestExpressApplication): Express => api.getHttpAdapter().getInstance();

/* What Express does to each of its own requests and answers, for those that do not pass through it. */

/** A proxy in front is then believed as Express believes it. */
export function readAsExpress(api: NestExpressApplication, request: IncomingMessage): Request {
  return Object.setPrototypeOf(request, expressOf(api).request) as Request;
}

/** The answer to a request that was read so. */
export function answerAsExpress(
  api: NestExpressApplication,
  request: Request,
  response: ServerResponse,
): Response {
  const answer = Object.setPrototypeOf(response, expressOf(api).response) as Response;
  request.res = answer;
  request.originalUrl = request.url;
  return answer;
}
