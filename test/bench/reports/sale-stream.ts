import { Agent, request } from 'node:http';
import type { TestTill } from '@phien/sales';
import { nowMs } from '../figures';
import { documentsPath, sellTwoLines } from '../selling';

/** From the sending of a sale until its answer, by the machine's monotonic clock. */
export interface Answered {
  sentAtMs: number;
  answeredAtMs: number;
}

/** Tills that sell without a break, one sale a request, each over a connection of its own. */
export class SaleStream {
  readonly answered: Answered[] = [];
  private isOver = false;
  private readonly selling: Promise<unknown>;

  constructor(
    private readonly url: string,
    tills: readonly TestTill[],
  ) {
    this.selling = Promise.all(tills.map((till) => this.sell(till)));
    /* Whoever ends the stream hears of it. */
    this.selling.catch(() => undefined);
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.selling;
  }

  private async sell(till: TestTill): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    try {
      while (!this.isOver) {
        sellTwoLines(till);
        const body = JSON.stringify(await till.request());
        const sentAtMs = nowMs();
        const status = await post(this.url + documentsPath(till), body, agent);
        if (status >= 300) throw new Error(`a sale was answered with ${status}`);
        this.answered.push({ sentAtMs, answeredAtMs: nowMs() });
      }
    } finally {
      agent.destroy();
    }
  }
}

function post(url: string, body: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const asked = request(url, { method: 'POST', agent, headers }, (heard) => {
      heard.resume();
      heard.on('end', () => resolve(heard.statusCode ?? 0));
      heard.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
