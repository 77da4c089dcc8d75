import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  CreateAccount,
  GrantRole,
  IdentityHttpModule,
  IdentityModule,
  identityEntities,
  SignIn,
  type Role,
} from '@phien/identity';
import { Clock, newId } from '@phien/kernel';
import { makeFair, PlanFeature, planningEntities, PlanningModule } from '@phien/planning';
import { openTestDatabase, StoreModule, type TestDatabase } from '@phien/store';
import request from 'supertest';
import type { Server } from 'node:http';
import { openGate } from './testing/open-gate';
import { visitorsEntities } from './visitors.entities';
import { VisitorsHttpModule } from './visitors.http';

class StandingClock extends Clock {
  now(): Date {
    return new Date('2025-10-28T05:00:00Z');
  }
}

describe('the doors of the gates', () => {
  let database: TestDatabase;
  let nest: INestApplication<Server>;

  beforeAll(async () => {
    database = await openTestDatabase([
      ...identityEntities,
      ...planningEntities,
      ...visitorsEntities,
    ]);
    process.env.DATABASE_URL = database.url;
    const module = await Test.createTestingModule({
      imports: [
        StoreModule,
        IdentityHttpModule,
        IdentityModule,
        PlanningModule,
        VisitorsHttpModule,
      ],
    })
      .overrideProvider(Clock)
      .useValue(new StandingClock())
      .compile();
    nest = await module.createNestApplication({ logger: ['fatal'] }).init();
  });

  afterAll(async () => {
    await nest.close();
    await database.close();
  });

  async function signedIn(fairId: string, role: Role, zoneIds?: string[]): Promise<string> {
    const account = { login: `${role}-${newId()}`, password: 'mật khẩu đủ dài' };
    const accountId = await nest
      .get(CreateAccount)
      .run({ ...account, name: role, isDemo: false, mayOpenFairs: false });
    await nest
      .get(GrantRole)
      .run(database.dataSource.manager, { fairId, accountId, role, zoneIds });
    const { token } = await nest.get(SignIn).run({ ...account, userAgent: 'spec' });
    return `phien=${token}`;
  }

  it("open the plan's gates for the organizer, count for gate staff, show visits to both", async () => {
    const { fairId } = await makeFair(database.dataSource.manager, { booths: 0 });
    await database.dataSource.getRepository(PlanFeature).insert({
      fairId,
      id: newId(),
      kind: 'gate',
      nameVi: 'Cổng chính',
      nameEn: 'Main gate',
      xCm: 0,
      yCm: 0,
      widthCm: 400,
      depthCm: 100,
    });
    const organizer = await signedIn(fairId, 'organizer');
    const staff = await signedIn(fairId, 'gate');
    const door = request(nest.getHttpServer());
    const opened = await door.post(`/fairs/${fairId}/gates`).set('Cookie', organizer).expect(200);
    const [gate] = opened.body as { id: string; code: string; nameVi: string }[];
    expect(gate).toMatchObject({ code: 'C1', nameVi: 'Cổng chính', xCm: 200, yCm: 50 });
    expect((await door.get(`/fairs/${fairId}/gates`).set('Cookie', staff)).body).toEqual([gate]);

    const word = {
      deviceId: newId(),
      epoch: 1,
      sequence: 1,
      entries: 12,
      exits: 5,
      undoneEntries: 2,
      undoneExits: 0,
      countedAt: '2025-10-28T11:59:00+07:00',
    };
    const send = () =>
      door
        .post(`/fairs/${fairId}/gates/${gate?.id}/counts`)
        .set('Cookie', staff)
        .send(word)
        .expect(200);
    const first = await send();
    expect(first.body).toMatchObject({ sequence: 1, entries: 10, exits: 5 });
    expect((await send()).body).toEqual(first.body);

    const visits = await door.get(`/fairs/${fairId}/visits`).set('Cookie', organizer).expect(200);
    expect(visits.body).toEqual({
      fairId,
      day: '2025-10-28',
      asOf: '2025-10-28T05:00:00.000Z',
      entries: 10,
      exits: 5,
      inside: 5,
      difference: 5,
      capacity: null,
      share: null,
      level: null,
      gates: [
        {
          gateId: gate?.id,
          code: 'C1',
          nameVi: 'Cổng chính',
          nameEn: 'Main gate',
          entries: 10,
          sensorEntries: 0,
          exits: 5,
        },
      ],
    });
  });

  it('tell every gate how full the fair is, and how many exits were too many', async () => {
    const { fairId } = await makeFair(database.dataSource.manager, { booths: 0 });
    const { gateId } = await openGate(database.dataSource.manager, fairId);
    const organizer = await signedIn(fairId, 'organizer');
    const staff = await signedIn(fairId, 'gate');
    const door = request(nest.getHttpServer());
    const set = (visitors: unknown) =>
      door.put(`/fairs/${fairId}/capacity`).set('Cookie', organizer).send({ visitors });
    const deviceId = newId();
    let sequence = 0;
    const count = async (entries: number, exits: number) => {
      const { body } = await door
        .post(`/fairs/${fairId}/gates/${gateId}/counts`)
        .set('Cookie', staff)
        .send({
          deviceId,
          epoch: 1,
          sequence: ++sequence,
          entries,
          exits,
          undoneEntries: 0,
          undoneExits: 0,
          countedAt: '2025-10-28T11:59:00+07:00',
        })
        .expect(200);
      const { visits } = body as { visits: Record<string, unknown> };
      const { inside, difference, capacity, share, level } = visits;
      return [inside, difference, capacity, share, level];
    };
    expect(await count(0, 3)).toEqual([0, -3, null, null, null]);
    expect((await set(10).expect(200)).body).toMatchObject({ visitors: 10 });
    expect(await count(11, 3)).toEqual([8, 8, 10, 0.8, 'ok']);
    expect(await count(12, 3)).toEqual([9, 9, 10, 0.9, 'near']);
    expect(await count(13, 3)).toEqual([10, 10, 10, 1, 'full']);
    await set(1_000).expect(200);
    expect(await count(14, 3)).toEqual([11, 11, 1_000, 0.011, 'ok']);
    const read = await door.get(`/fairs/${fairId}/capacity`).set('Cookie', staff).expect(200);
    expect(read.body).toEqual({ visitors: 1_000, setAt: '2025-10-28T05:00:00.000Z' });
    await set(null).expect(200);
    expect(await count(15, 3)).toEqual([12, 12, null, null, null]);
    const deeds: { detail: unknown }[] = await database.dataSource.query(
      `SELECT detail FROM audit_entry WHERE fair_id = $1 AND action = 'capacity_set' ORDER BY at, id`,
      [fairId],
    );
    expect(deeds.map(({ detail }) => detail)).toEqual([
      { before: null, after: 10 },
      { before: 10, after: 1_000 },
      { before: 1_000, after: null },
    ]);
  });

  it('know no capacity of nobody or of a million more', async () => {
    const { fairId } = await makeFair(database.dataSource.manager, { booths: 0 });
    const { accountId } = await openGate(database.dataSource.manager, fairId);
    for (const visitors of [0, -1, 1_000_001]) {
      const insert = database.dataSource.query(
        `INSERT INTO fair_capacity VALUES ($1, $2, $3, now())`,
        [fairId, visitors, accountId],
      );
      await expect(insert).rejects.toThrow('fair_capacity_range');
    }
  });

  it('let zone staff compare by hand, and count nobody', async () => {
    const { fairId, zones } = await makeFair(database.dataSource.manager, { booths: 0 });
    const { gateId } = await openGate(database.dataSource.manager, fairId);
    const staff = await signedIn(fairId, 'zone_staff', [zones[0]!.id]);
    const door = request(nest.getHttpServer());
    const gates = await door.get(`/fairs/${fairId}/gates`).set('Cookie', staff).expect(200);
    expect(gates.body).toMatchObject([{ id: gateId }]);
    const wanted = {
      id: newId(),
      gateId,
      method: 'clicker',
      startedAt: '2025-10-28T11:30:00+07:00',
      entries: 52,
    };
    const counted = await door
      .post(`/fairs/${fairId}/hand-counts`)
      .set('Cookie', staff)
      .send(wanted)
      .expect(200);
    expect(counted.body).toMatchObject({
      handCounts: [{ gateId, entries: 52, countedByName: 'zone_staff', struckReason: null }],
    });
    const strike = `/fairs/${fairId}/hand-counts/${wanted.id}/strike`;
    for (const attempt of [
      door.post(strike).set('Cookie', staff).send({ reason: 'x' }),
      door.post(`/fairs/${fairId}/gates/${gateId}/counts`).set('Cookie', staff).send({}),
      door.put(`/fairs/${fairId}/capacity`).set('Cookie', staff).send({ visitors: 5 }),
    ]) {
      expect((await attempt).status).toBeGreaterThanOrEqual(400);
    }
  });

  it('stay shut to whoever has no business there', async () => {
    const { fairId } = await makeFair(database.dataSource.manager, { booths: 0 });
    const other = await makeFair(database.dataSource.manager, { booths: 0 });
    const staff = await signedIn(fairId, 'gate');
    const official = await signedIn(fairId, 'official');
    const stranger = await signedIn(other.fairId, 'organizer');
    const door = request(nest.getHttpServer());
    const attempts = [
      door.post(`/fairs/${fairId}/gates`).set('Cookie', staff),
      door.post(`/fairs/${fairId}/gates/${newId()}/counts`).set('Cookie', official).send({}),
      door.get(`/fairs/${fairId}/gates`).set('Cookie', stranger),
      door.get(`/fairs/${fairId}/visits`).set('Cookie', stranger),
      door.get(`/fairs/${fairId}/capacity`).set('Cookie', stranger),
      door.put(`/fairs/${fairId}/capacity`).set('Cookie', staff).send({ visitors: 5 }),
      door.get(`/fairs/${fairId}/visits`),
    ];
    for (const attempt of attempts) expect((await attempt).status).toBeGreaterThanOrEqual(400);
  });
});
