import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it was caught, its words read. */
export interface CaughtMail {
  /** Of the envelope: where it really went. */
  to: string[];
  /** Names in lower case. */
  headers: Map<string, string>;
  subject: string;
  text: string;
  html: string;
}

/** A mail server that keeps what it is given, in the place of the world's. */
export class MailCatcher {
  readonly mails: CaughtMail[] = [];
  /** Addresses that it says never to. */
  readonly refused = new Set<string>();

  private constructor(
    private server: SMTPServer,
    private port: number,
  ) {}

  static async open(): Promise<MailCatcher> {
    const catcher = new MailCatcher(undefined as unknown as SMTPServer, 0);
    await catcher.up();
    return catcher;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Opens where it was open before. */
  async up(): Promise<void> {
    this.server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onRcptTo: ({ address }, _session, done) => {
        if (!this.refused.has(address)) return done();
        done(Object.assign(new Error('5.1.1 no such person here'), { responseCode: 550 }));
      },
      onData: (stream, { envelope }, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const to = envelope.rcptTo.map(({ address }) => address);
          this.mails.push(readMail(Buffer.concat(parts).toString('latin1'), to));
          done();
        });
      },
    });
    const listening = this.server.listen(this.port, '127.0.0.1');
    await once(listening, 'listening');
    this.port = (listening.address() as AddressInfo).port;
  }

  async down(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

function readMail(raw: string, to: string[]): CaughtMail {
  const { headers, body } = halves(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1];
  const parts = boundary === undefined ? [raw] : body.split(`--${boundary}`).slice(1, -1);
  const part = (type: string) => {
    const found = parts.map(halves).find((each) => isOf(each.headers, type));
    return found ? decoded(found.body, found.headers) : '';
  };
  return {
    to,
    headers,
    subject: words(headers.get('subject') ?? ''),
    text: part('text/plain'),
    html: part('text/html'),
  };
}

const isOf = (headers: Map<string, string>, type: string) =>
  headers.get('content-type')?.startsWith(type) ?? false;

function halves(raw: string): { headers: Map<string, string>; body: string } {
  const text = raw.replace(/^\r\n/, '');
  const end = text.indexOf('\r\n\r\n');
  const lines = text
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = lines.map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const;
  });
  return { headers: new Map(headers), body: text.slice(end + 4) };
}

const decoded = (body: string, headers: Map<string, string>) =>
  Buffer.from(
    body,
    headers.get('content-transfer-encoding') === 'base64' ? 'base64' : 'latin1',
  ).toString('utf8');

/* RFC 2047: letters beyond ASCII in a header. */
const words = (header: string) =>
  header.replace(/\?=\s+=\?/g, '?==?').replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (run) =>
    Buffer.concat(
      [...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, how = '', text = '']) =>
        how.toLowerCase() === 'b'
          ? Buffer.from(text, 'base64')
          : Buffer.from(
              text
                .replace(/_/g, ' ')
                .replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
                  String.fromCharCode(parseInt(hex, 16)),
                ),
              'latin1',
            ),
      ),
    ).toString('utf8'),
  );
