import { keepConnections } from '../../libs/store/testing/keep-connections';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** An address of its own before a server, where a newer till can be published. */
export interface NewerTillDoor {
  url: string;
  publish(): void;
  close(): Promise<void>;
}

/** Passes everything through; once published, the worker that keeps the till has other bytes. */
export async function openNewerTillDoor(serverUrl: string): Promise<NewerTillDoor> {
  let isNewer = false;
  const server = createServer((asked, answer) => {
    const isWorker = isNewer && asked.url === '/till/service-worker.js';
    /* Whole, and as plain text. */
    const {
      'if-none-match': _known,
      'if-modified-since': _since,
      'accept-encoding': _packed,
      ...plain
    } = asked.headers;
    const further = request(
      new URL(asked.url ?? '/', serverUrl),
      { method: asked.method, headers: isWorker ? plain : asked.headers },
      (answered) => {
        const { etag: _, 'content-length': _length, ...headers } = answered.headers;
        answer.writeHead(answered.statusCode ?? 502, isWorker ? headers : answered.headers);
        if (!isWorker) return void answered.pipe(answer);
        void text(answered).then((script) => answer.end(`${script}\n/* a newer till */`));
      },
    );
    further.once('error', () => answer.destroy());
    asked.pipe(further);
  });
  keepConnections(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publish: () => {
      isNewer = true;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
