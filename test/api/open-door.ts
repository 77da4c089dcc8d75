import 'reflect-metadata';
import { CreateAccount, GrantRole, type Role } from '@phien/identity';
import { newId } from '@phien/kernel';
import { makeFair, type SmallFair, type SmallFairWish } from '@phien/planning';
import { chooseQueueBackend, keepConnections, makeTestDatabase } from '@phien/store';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Server } from 'node:http';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { io } from 'socket.io-client';
import request from 'supertest';
import { DataSource } from 'typeorm';

export const PASSWORD = 'một mật khẩu dài';

/** What an account may do in a fair, and in which part of it. */
export interface HeldRole {
  fairId: string;
  role: Role;
  exhibitorId?: string;
  delegationId?: string;
  zoneIds?: string[];
}

/** The whole api in this process, on a database of its own that a test can cut it off from. */
export class OpenDoor {
  private constructor(
    readonly app: NestExpressApplication,
    private readonly wire: Wire,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open({ trustsProxy = false } = {}): Promise<OpenDoor> {
    const { url, drop } = await makeTestDatabase();
    const wire = await Wire.to(url);
    delete process.env.REDIS_URL;
    delete process.env.PHIEN_CLOCK;
    process.env.DATABASE_URL = wire.url;
    process.env.PHIEN_LOG = 'silent';
    chooseQueueBackend();
    const { openApp } = await import('../../apps/api/open-app');
    const app = await openApp({ trustsProxy });
    await app.init();
    keepConnections(app.getHttpServer());
    await app.listen(0, '127.0.0.1');
    return new OpenDoor(app, wire, drop);
  }

  get server(): Server {
    return this.app.getHttpServer();
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get source(): DataSource {
    return this.app.get(DataSource);
  }

  ask() {
    return request(this.server);
  }

  makeFair(wish?: SmallFairWish): Promise<SmallFair> {
    return makeFair(this.source.manager, wish);
  }

  /** A new account with `PASSWORD` and its roles. */
  async makeAccount(...grants: HeldRole[]) {
    const login = `lan-${newId()}`;
    const accountId = await this.app.get(CreateAccount, { strict: false }).run({
      login,
      name: 'Lan',
      password: PASSWORD,
      isDemo: true,
      mayOpenFairs: false,
    });
    const grantRole = this.app.get(GrantRole, { strict: false });
    for (const grant of grants) await grantRole.run(this.source.manager, { ...grant, accountId });
    return { accountId, login };
  }

  /** Signs in and answers the Cookie header of the session. */
  async signIn(login: string): Promise<string> {
    const answer = await this.ask().post('/api/session').send({ login, password: PASSWORD });
    const cookies = answer.headers['set-cookie'] as unknown as string[] | undefined;
    return cookies?.[0]?.split(';')[0] ?? '';
  }

  /** Knocks at the live board's socket; answers 'open', or why not. */
  knockAtBoard(
    headers: Record<string, string>,
    transport: 'websocket' | 'polling' = 'websocket',
  ): Promise<string> {
    const socket = io(`http://127.0.0.1:${this.port}/board`, {
      transports: [transport],
      reconnection: false,
      forceNew: true,
      extraHeaders: headers,
    });
    return new Promise<string>((resolve) => {
      socket.on('connect', () => resolve('open'));
      socket.on('connect_error', (error: Error & { data?: { code?: string } }) =>
        resolve(error.data?.code ?? 'closed'),
      );
    }).finally(() => socket.disconnect());
  }

  cutDatabase(): void {
    this.wire.cut();
  }

  joinDatabase(): void {
    this.wire.join();
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.wire.close();
    await this.drop();
  }
}

/** A wire to Postgres that can be cut and joined again. */
class Wire {
  private readonly ends = new Set<Socket>();
  private isCut = false;

  private constructor(
    readonly url: string,
    private readonly server: ReturnType<typeof createServer>,
  ) {}

  static async to(databaseUrl: string): Promise<Wire> {
    const target = new URL(databaseUrl);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const url = Object.assign(new URL(databaseUrl), { host: `127.0.0.1:${port}` }).href;
    const wire = new Wire(url, server);
    server.on('connection', (near) =>
      wire.carry(near, Number(target.port || 5432), target.hostname),
    );
    return wire;
  }

  cut(): void {
    this.isCut = true;
    for (const end of this.ends) end.destroy();
  }

  join(): void {
    this.isCut = false;
  }

  close(): Promise<void> {
    this.cut();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private carry(near: Socket, port: number, host: string): void {
    if (this.isCut) {
      near.destroy();
      return;
    }
    const far = connect(port, host);
    for (const end of [near, far]) {
      this.ends.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        this.ends.delete(end);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  }
}
