import { keepConnections } from '@phien/store';
import {
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';

const BAD_GATEWAY = 502;

/**
 * What Caddy is on a server: one address in front of many doors, each request and each socket to
 * the next of them. A door that does not take the connection is passed over, and what is only read
 * is asked of the next one; a door that falls while it is told something is a 502, and whoever told
 * it does not know what was done.
 */
export class FrontDoor {
  /** How often each door took a request or a socket. */
  readonly taken: number[];
  /** How often one did not take the connection. */
  refused = 0;
  private turn = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly doors: readonly URL[],
    private readonly server: Server,
  ) {
    this.taken = doors.map(() => 0);
    server.on('request', (asked: IncomingMessage, answer) => {
      void buffer(asked).then(
        (body) => this.pass(asked, body, answer),
        () => answer.destroy(),
      );
    });
    server.on('upgrade', (asked: IncomingMessage, near: Socket, head: Buffer) => {
      this.keep(near);
      this.join(asked, near, head);
    });
  }

  static async open(urls: readonly string[]): Promise<FrontDoor> {
    const server = createServer();
    keepConnections(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new FrontDoor(
      urls.map((url) => new URL(url)),
      server,
    );
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private pass(
    asked: IncomingMessage,
    body: Buffer,
    answer: ServerResponse,
    tries = this.doors.length,
  ): void {
    const { place, door } = this.next();
    let isTaken = false;
    const further = request({
      host: door.hostname,
      port: door.port,
      method: asked.method,
      path: asked.url,
      headers: { ...asked.headers, ...this.introduction(asked) },
      /* A connection of its own: only then is it known whether the door took it. */
      agent: false,
    });
    further.once('socket', (socket) => socket.once('connect', () => (isTaken = true)));
    further.once('response', (answered) => {
      this.taken[place] = (this.taken[place] ?? 0) + 1;
      /* What a door says of its own connection is nothing to whoever stands in front. */
      const { connection: _, 'keep-alive': _kept, ...headers } = answered.headers;
      answer.writeHead(answered.statusCode ?? BAD_GATEWAY, headers);
      answered.pipe(answer);
      answered.once('error', () => answer.destroy());
    });
    further.once('error', () => {
      if (answer.headersSent) return void answer.destroy();
      const isKnown = !isTaken || asked.method === 'GET';
      if (!isKnown || tries === 1) return void answer.writeHead(BAD_GATEWAY).end();
      if (!isTaken) this.refused += 1;
      this.pass(asked, body, answer, tries - 1);
    });
    further.end(body);
  }

  private join(
    asked: IncomingMessage,
    near: Socket,
    head: Buffer,
    tries = this.doors.length,
  ): void {
    const { place, door } = this.next();
    const far = connect(Number(door.port), door.hostname);
    this.keep(far);
    const onRefusal = () => {
      this.refused += 1;
      if (tries === 1) near.destroy();
      else this.join(asked, near, head, tries - 1);
    };
    far.once('error', onRefusal);
    far.once('connect', () => {
      far.off('error', onRefusal);
      this.taken[place] = (this.taken[place] ?? 0) + 1;
      const headers = Object.entries({ ...asked.headers, ...this.introduction(asked) });
      const lines = headers.map(([name, value]) => `${name}: ${String(value)}`);
      far.write([`GET ${asked.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
      far.write(head);
      near.pipe(far).pipe(near);
      near.once('close', () => far.destroy());
      far.once('close', () => near.destroy());
    });
  }

  private next(): { place: number; door: URL } {
    const place = this.turn % this.doors.length;
    const door = this.doors[place];
    if (!door) throw new Error('There is no door behind the front door.');
    this.turn += 1;
    return { place, door };
  }

  /* https ends here, as the apis are told. */
  private introduction({ headers, socket }: IncomingMessage): Record<string, string> {
    return {
      'x-forwarded-for': socket.remoteAddress ?? '',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': headers.host ?? '',
    };
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => this.sockets.delete(socket));
  }
}
