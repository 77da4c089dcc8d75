import { createServer } from 'node:http';
import { createConnection, createServer as createTcpServer } from 'node:net';
import { keepConnections } from '@phien/store';
import type { Server, Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { freePort } from '../../tools/machine/free-port';

/** Where a connection is cut: before the request is out, or when its answer is on the way. */
export type Cut = 'before the request' | 'before the response' | null;

export interface Proxy {
  url: string;
  close(): Promise<void>;
}

/** Passes connections on to the server, and cuts those that `choose` says. */
export async function openCuttingProxy(target: string, choose: () => Cut): Promise<Proxy> {
  const to = new URL(target);
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const server = createTcpServer((near) => {
    keep(near);
    const cut = choose();
    if (cut === 'before the request') {
      near.once('data', () => near.destroy());
      return;
    }
    const far = createConnection(Number(to.port), to.hostname);
    keep(far);
    near.pipe(far);
    /* Piping ends the near side when the far side has ended, and not before all of it is through. */
    if (cut === 'before the response') far.once('data', () => near.destroy());
    else far.pipe(near);
    near.on('close', () => far.destroy());
  });
  return listening(server, sockets);
}

/**
 * The control of every promise of durability: says `stored` to whatever comes, and passes it on
 * behind that.
 */
export async function openHastyProxy(target: string): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const server = createServer((asked, answer) => {
    let text = '';
    asked.setEncoding('utf8');
    asked.on('data', (chunk: string) => (text += chunk));
    asked.on('end', () => {
      const { documents, head } = JSON.parse(text) as { documents: string[]; head: object };
      const results = documents.map((one) => ({
        id: (JSON.parse(one) as { id: string }).id,
        link: 'stored',
        booking: 'booked',
        code: null,
      }));
      answer.setHeader('content-type', 'application/json');
      answer.end(JSON.stringify({ results, head, serverTime: new Date().toISOString() }));
      void fetch(target + (asked.url ?? ''), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: text,
      }).then(
        (heard) => heard.arrayBuffer(),
        () => undefined,
      );
    });
  });
  keepConnections(server);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return listening(server, sockets);
}

async function listening(server: Server, sockets: ReadonlySet<Socket>): Promise<Proxy> {
  const port = await freePort();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
