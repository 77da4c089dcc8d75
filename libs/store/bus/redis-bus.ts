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
    const options = {
      enableOfflineQueue: true,
      maxRetriesPerRequest: 1,
      retryStrategy: (tried: number) => Math.min(100 * 2 ** tried, LONGEST_WAIT_MS),
    };
    this.speaker = new Redis(redisUrl, options);
    this.hearer = new Redis(redisUrl, { ...options, maxRetriesPerRequest: null });
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
    if (this.listeners.add(channel, hear)) await this.hearer.subscribe(PREFIX + channel);
    return async () => {
      if (this.listeners.remove(channel, hear)) await this.hearer.unsubscribe(PREFIX + channel);
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
