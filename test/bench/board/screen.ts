import { WebSocket } from 'ws';
import { nowMs } from '../figures';
import type { Sight } from './lag.rules';

const WATCHING_WITHIN_MS = 60_000;
const COUNT = Buffer.from('"sales":{"count":');
const COMMA = ','.charCodeAt(0);
const LONGEST_NUMBER = 16;

/**
 * A screen with the live board open. It speaks socket.io's few words itself and parses no board: a
 * thousand whole clients would use more of the machine than what is measured.
 */
export class Screen {
  readonly sights: Sight[] = [];
  /** Everything that came, only of a screen that keeps it. */
  readonly kept: { at: number; text: string }[] = [];
  frames = 0;
  bytes = 0;
  /** Why it is no longer open. */
  end: string | undefined;

  private constructor(
    private readonly socket: WebSocket,
    keeps: boolean,
  ) {
    socket.on('message', (message: Buffer) => {
      if (message.length === 1) return socket.send('3');
      const at = nowMs();
      this.frames += 1;
      this.bytes += message.length;
      if (keeps) this.kept.push({ at, text: message.toString() });
      const salesCount = salesCountOf(message);
      if (salesCount !== undefined) this.sights.push({ at, salesCount });
    });
    socket.on('close', (code) => (this.end ??= `closed with ${code}`));
    socket.on('error', (error) => (this.end ??= error.message));
  }

  /** Opens a fair's board at an api, by the session cookie; answers when it may watch. */
  static async watch(
    url: string,
    { cookie, fairId, keeps = false }: { cookie: string; fairId: string; keeps?: boolean },
  ): Promise<Screen> {
    const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = connect(address, { cookie });
    const answered = new Promise<void>((resolve, reject) => {
      socket.on('message', (message: Buffer) => {
        const start = message.subarray(0, 40).toString();
        if (start.startsWith('0{')) socket.send('40/board,');
        if (start.startsWith('40/board,'))
          socket.send(`42/board,0["watch",${JSON.stringify({ fairId })}]`);
        if (start.startsWith('43/board,0[{"ok":true')) resolve();
        if (/^4(4\/board|3\/board,0\[\{"ok":false)/.test(start)) reject(new Error(String(message)));
      });
      socket.once('error', reject);
    });
    const screen = new Screen(socket, keeps);
    await within(answered);
    return screen;
  }

  /** Opens a socket at a server that says boards to everybody who comes. */
  static async listen(url: string): Promise<Screen> {
    const socket = connect(url);
    const opened = new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    const screen = new Screen(socket, false);
    await within(opened);
    return screen;
  }

  forget(): void {
    this.sights.length = this.kept.length = this.frames = this.bytes = 0;
  }

  close(): void {
    this.end = 'closed by us';
    this.socket.terminate();
  }
}

const connect = (url: string, headers: Record<string, string> = {}) =>
  new WebSocket(url, { headers, perMessageDeflate: false });

async function within(asked: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no screen in time')), WATCHING_WITHIN_MS);
  });
  await Promise.race([asked, tooLate]).finally(() => clearTimeout(timer));
}

function salesCountOf(message: Buffer): number | undefined {
  const found = message.indexOf(COUNT);
  if (found < 0) return undefined;
  const from = found + COUNT.length;
  const to = message.indexOf(COMMA, from);
  if (to < 0 || to - from > LONGEST_NUMBER) return undefined;
  return Number(message.toString('latin1', from, to));
}
