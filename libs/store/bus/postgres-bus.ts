import { Client } from 'pg';
import { Bus } from './bus';
import { Listeners } from './listeners';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;
const PREFIX = 'phien_';

/**
 * LISTEN/NOTIFY on a connection of its own, away from the pool: a NOTIFY inside a sale's
 * transaction would serialise all commits. Comes back by itself after a cut.
 */
export class PostgresBus extends Bus {
  private readonly listeners = new Listeners();
  private client: Client | undefined;
  private opening: Promise<Client> | undefined;
  private retry: NodeJS.Timeout | undefined;
  private waitMs = FIRST_WAIT_MS;
  private isClosed = false;

  constructor(private readonly databaseUrl: string) {
    super();
  }

  async publish(channel: string, message: object): Promise<void> {
    const client = await this.connected();
    await client.query('SELECT pg_notify($1, $2)', [PREFIX + channel, JSON.stringify(message)]);
  }

  async subscribe(channel: string, hear: (message: unknown) => void): Promise<() => Promise<void>> {
    const isFirst = this.listeners.add(channel, hear);
    const client = await this.connected();
    if (isFirst) await client.query(`LISTEN ${client.escapeIdentifier(PREFIX + channel)}`);
    return async () => {
      const isLast = this.listeners.remove(channel, hear);
      if (isLast && this.client) {
        await this.client.query(`UNLISTEN ${this.client.escapeIdentifier(PREFIX + channel)}`);
      }
    };
  }

  isUp(): boolean {
    return this.client !== undefined;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.retry);
    await this.opening?.catch(() => undefined);
    await this.client?.end();
    this.client = undefined;
  }

  private connected(): Promise<Client> {
    if (this.client) return Promise.resolve(this.client);
    this.opening ??= this.open().finally(() => {
      this.opening = undefined;
    });
    return this.opening;
  }

  private async open(): Promise<Client> {
    if (this.isClosed) throw new Error('the bus is closed');
    const client = new Client({
      connectionString: this.databaseUrl,
      application_name: 'phien bus',
      keepAlive: true,
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel, payload }) =>
      this.listeners.tell(channel.slice(PREFIX.length), payload ?? ''),
    );
    try {
      await client.connect();
      for (const channel of this.listeners.channels()) {
        await client.query(`LISTEN ${client.escapeIdentifier(PREFIX + channel)}`);
      }
    } catch (error) {
      this.comeBackLater();
      throw error;
    }
    this.client = client;
    this.waitMs = FIRST_WAIT_MS;
    return client;
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.comeBackLater();
  }

  private comeBackLater(): void {
    if (this.isClosed) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.connected().catch(() => undefined), this.waitMs);
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }
}
