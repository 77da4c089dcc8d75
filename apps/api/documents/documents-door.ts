import { BadRequestException } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { calledAs, isOwnOrigin } from '@phien/identity';
import { readDelivery, ReceiveDocuments, type Address } from '@phien/sales';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { answerAsExpress, readAsExpress } from '../as-express';
import { securityHeadersByHost } from '../page/security-headers';
import { ProblemFilter } from '../problem/problem.filter';
import { addressOf } from './documents-door.rules';

/**
 * Takes a till's documents before Express and Nest do, on the one route that every sale takes. Only
 * what a till sends is taken here; any other request, to this address too, goes on to the
 * controller that declares the route, and is answered by it.
 */
export function openDocumentsDoor(app: NestExpressApplication): void {
  const receiveDocuments = app.get(ReceiveDocuments);
  const problems = new ProblemFilter();
  const securityHeaders = securityHeadersByHost();

  const take = async (address: Address, request: IncomingMessage, response: ServerResponse) => {
    try {
      const delivery = readDelivery(readJson(await bodyOf(request)));
      const answer = JSON.stringify(await receiveDocuments.run(address, delivery));
      response.writeHead(200, {
        ...securityHeaders(request),
        'Cache-Control': 'private, no-cache',
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(answer),
      });
      response.end(answer);
    } catch (error) {
      for (const [name, value] of Object.entries(securityHeaders(request))) {
        response.setHeader(name, value);
      }
      const asked = readAsExpress(app, request);
      problems.answer(error, asked, answerAsExpress(app, asked, response));
    }
  };

  const server: Server = app.getHttpServer();
  const others = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const address = addressOf(request);
    const isOurs =
      address !== null &&
      isOwnOrigin(request.headers.origin, calledAs(readAsExpress(app, request)).host);
    if (isOurs) take(address, request, response).catch(() => response.destroy());
    else for (const other of others) other.call(server, request, response);
  });
}

/* Of a till that goes away in the middle nothing is heard again, and nobody waits for an answer. */
function bodyOf(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () => resolve(Buffer.concat(chunks)));
  });
}

function readJson(body: Buffer): object {
  let read: unknown;
  try {
    read = JSON.parse(body.toString('utf8'));
  } catch {
    throw new BadRequestException();
  }
  if (typeof read !== 'object' || read === null) throw new BadRequestException();
  return read;
}
