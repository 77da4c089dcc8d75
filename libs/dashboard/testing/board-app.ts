import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  CreateAccount,
  GrantRole,
  IdentityHttpModule,
  IdentityModule,
  SignIn,
  type Role,
} from '@phien/identity';
import { Clock, newId } from '@phien/kernel';
import { PlanningModule } from '@phien/planning';
import { SalesModule } from '@phien/sales';
import { keepConnections, StoreModule } from '@phien/store';
import { VisitorsModule } from '@phien/visitors';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DashboardHttpModule } from '../dashboard.http';
import { LivePace } from '../live/live-pace';
import type { BoardDatabase } from './fair-at-work';

const PASSWORD = 'mật khẩu đủ dài';

/** The board's doors, listening on a port of their own, on a spec's database. */
export class BoardApp {
  private constructor(
    private readonly database: BoardDatabase,
    readonly nest: INestApplication,
    readonly url: string,
  ) {}

  static async listen(database: BoardDatabase, pace: LivePace): Promise<BoardApp> {
    const before = process.env.DATABASE_URL;
    process.env.DATABASE_URL = database.url;
    try {
      const module = await Test.createTestingModule({
        imports: [
          StoreModule,
          IdentityHttpModule,
          IdentityModule,
          PlanningModule,
          SalesModule,
          VisitorsModule,
          DashboardHttpModule,
        ],
      })
        .overrideProvider(Clock)
        .useValue(database.clock)
        .overrideProvider(LivePace)
        .useValue(pace)
        .compile();
      const nest = module.createNestApplication({ logger: ['error', 'fatal'] });
      keepConnections(nest.getHttpServer() as Server);
      await nest.listen(0, '127.0.0.1');
      const { port } = (nest.getHttpServer() as Server).address() as AddressInfo;
      return new BoardApp(database, nest, `http://127.0.0.1:${port}`);
    } finally {
      if (before === undefined) delete process.env.DATABASE_URL;
      else process.env.DATABASE_URL = before;
    }
  }

  /** A new account, signed in; answers its id and its Cookie header. */
  async signIn(
    roles: [fairId: string, role: Role][],
  ): Promise<{ accountId: string; cookie: string }> {
    const login = `viewer-${newId()}`;
    const accountId = await this.nest.get(CreateAccount).run({
      login,
      name: 'Viewer',
      password: PASSWORD,
      isDemo: false,
      mayOpenFairs: false,
    });
    for (const [fairId, role] of roles) {
      await this.nest
        .get(GrantRole)
        .run(this.database.dataSource.manager, { fairId, accountId, role });
    }
    const { token } = await this.nest
      .get(SignIn)
      .run({ login, password: PASSWORD, userAgent: 'spec' });
    return { accountId, cookie: `phien=${token}` };
  }
}
