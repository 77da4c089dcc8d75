import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../../tools/machine/free-port';
import { projectFolder } from '../../tools/machine/project-folder';
import { systemPrograms } from '../../tools/test/system-programs';
import { eventually } from '../trade-day/caller';
import { NotHere } from './fault';

/** A Redis of one's own that keeps nothing, to be killed, started again and flushed. */
export class OwnRedis {
  private process: ChildProcess | null = null;

  private constructor(
    private readonly program: string,
    private readonly port: number,
  ) {}

  static async open(): Promise<OwnRedis> {
    const programs = await systemPrograms().catch((failure: Error) => {
      throw new NotHere(failure.message);
    });
    const redis = new OwnRedis(programs.redis, await freePort());
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    /* Leashed, so that it does not outlive us, however we end. */
    this.process = fork(
      join(projectFolder, 'dist', 'tools', 'machine', 'leashed-command.js'),
      [
        ...[this.program, '--port', String(this.port), '--bind', '127.0.0.1'],
        ...['--save', '', '--appendonly', 'no'],
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
    );
    await eventually(() => this.ask((redis) => redis.ping()).catch(() => undefined));
  }

  /** At once and without a goodbye: what it held is gone, and so are its connections. */
  async kill(): Promise<void> {
    const told = await this.ask((redis) => redis.info('server'));
    const ended = this.process && once(this.process, 'exit');
    process.kill(Number(/^process_id:(\d+)/m.exec(told)?.[1]), 'SIGKILL');
    await ended;
    this.process = null;
  }

  async flush(): Promise<void> {
    await this.ask((redis) => redis.flushall());
  }

  async close(): Promise<void> {
    if (this.process === null) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGTERM');
    await ended;
  }

  private async ask<Answer>(question: (redis: Redis) => Promise<Answer>): Promise<Answer> {
    const redis = new Redis(this.url, { lazyConnect: true, retryStrategy: () => null });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return await question(redis);
    } finally {
      redis.disconnect();
    }
  }
}
