import { Redis } from 'ioredis';
import { Bus } from './bus';
import { Listeners } from './listeners';

const PREFIX = 'phien:';
const LONGEST_WAIT_MS = 5_000;

/** Redis publish and subscribe: two connections, as the protocol asks; ioredis comes back by itself. */
export class RedisBus extends Bus {
  private readonly listeners = new Listeners();
  private readonly speaker: Redis;
  private readonly hearer: Redis;

  constructor(redisUrl: string) {
    super();
    const retryStrategy = (tried: number) => Math.min(100 * 2 ** tried, LONGEST_WAIT_MS);
    /* A word that cannot be said now is of no use later; who listens waits for as long as it takes. */
    this.speaker = new Redis(redisUrl, { retryStrategy, enableOfflineQueue: false });
    this.hearer = new Redis(redisUrl, { retryStrategy, maxRetriesPerRequest: null });
    /* A lost connection is a state, shown by isUp; without a listener it would end the process. */
    this.speaker.on('error', () => undefined);
    this.hearer.on('error', () => undefined);
    this.hearer.on('message', (channel, text) =>
      this.listeners.tell(channel.slice(PREFIX.length), text),
    );
  }

  async publish(channel: string, message: object): Promise<void> {
    await this.speaker.publish(PREFIX + channel, JSON.stringify(message));
  }

  async subscribe(channel: string, hear: (message: unknown) => void): Promise<() => Promise<void>> {
    if (this.listeners.add(channel, hear)) {
      const listening = this.hearer.subscribe(PREFIX + channel).catch(() => undefined);
      /* Without a Redis nobody waits: it is asked again when the connection comes. */
      if (this.hearer.status === 'ready') await listening;
    }
    return async () => {
      if (!this.listeners.remove(channel, hear)) return;
      const left = this.hearer.unsubscribe(PREFIX + channel).catch(() => undefined);
      if (this.hearer.status === 'ready') await left;
    };
  }

  isUp(): boolean {
    return this.speaker.status === 'ready' && this.hearer.status === 'ready';
  }

  close(): Promise<void> {
    this.speaker.disconnect();
    this.hearer.disconnect();
    return Promise.resolve();
  }
}
