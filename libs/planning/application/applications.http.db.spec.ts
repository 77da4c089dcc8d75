import { getQueueToken } from '@nestjs/bullmq';
import { type INestApplication, ValidationPipe } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { CreateAccount, GrantRole, IdentityHttpModule } from '@phien/identity';
import { StoreModule, type TestDatabase } from '@phien/store';
import type { Server } from 'node:http';
import request from 'supertest';
import { PlanningHttpModule } from '../planning.http';
import { SUGGESTION_QUEUE } from '../suggestion/suggestion-queue';
import { KeptJobs } from '../testing/kept-jobs';
import { makeFair, type SmallFair } from '../testing/make-fair';
import { openPlanningDatabase } from '../testing/planning-database';
import { sentContent } from '../testing/sent-content';

const CODE = '4F7K-9QXM-2B6T';
const PASSWORD = 'một mật khẩu dài';
let database: TestDatabase;
let app: INestApplication<Server>;
let fair: SmallFair;
let cookie: string;

const ask = () => request(app.getHttpServer());
const own = () => `/public/fairs/${fair.code}/application`;

beforeAll(async () => {
  database = await openPlanningDatabase();
  process.env.DATABASE_URL = database.url;
  const module = await Test.createTestingModule({
    imports: [StoreModule, IdentityHttpModule, PlanningHttpModule],
  })
    .overrideProvider(getQueueToken(SUGGESTION_QUEUE))
    .useValue(new KeptJobs())
    .compile();
  app = module.createNestApplication<INestApplication<Server>>({ logger: false });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, transform: true }));
  await app.init();
  const { manager } = database.dataSource;
  fair = await makeFair(manager);
  const login = 'organizer@demo';
  const account = { login, name: 'Lan', password: PASSWORD, isDemo: true, mayOpenFairs: true };
  const accountId = await app.get(CreateAccount, { strict: false }).run(account);
  const grant = { fairId: fair.fairId, accountId, role: 'organizer' as const };
  await app.get(GrantRole, { strict: false }).run(manager, grant);
  const answer = await ask().post('/session').send({ login, password: PASSWORD });
  cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
});

afterAll(async () => {
  await app.close();
  await database.close();
});

it('takes an application from somebody without an account, file and all, and hands the file on to be saved', async () => {
  expect((await ask().get(`/public/fairs/${fair.code}/application-form`)).status).not.toBe(200);
  await ask()
    .put(`/fairs/${fair.fairId}/application-call`)
    .set('Cookie', cookie)
    .send({ lastDay: '2999-12-31', showsPlace: false })
    .expect(200);
  const form = await ask().get(`/public/fairs/${fair.code}/application-form`).expect(200);
  expect(form.body).toMatchObject({ isOpen: true, boothCodes: ['A01', 'A02', 'B01', 'B02'] });

  const content = { ...sentContent(), isAccepted: true };
  const start = { code: CODE, language: 'vi', content };
  await ask().post(`/public/fairs/${fair.code}/applications`).send(start).expect(201);
  const shape = await ask()
    .put(own())
    .set('phien-application', CODE)
    .send({ version: 1, language: 'vi', content: { name: 'a'.repeat(2_000) } });
  expect(shape.status).toBe(400);

  const bytes = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n', 'latin1');
  const attach = (type: string) =>
    ask()
      .post(`${own()}/files`)
      .query({ name: 'Giấy "OCOP".pdf' })
      .set('phien-application', CODE)
      .set('Content-Type', type)
      .send(bytes);
  expect((await attach('application/pdf')).status).not.toBe(201);
  const attached = await attach('application/octet-stream').expect(201);
  expect(attached.body).toMatchObject({ files: [{ name: 'Giấy _OCOP_.pdf' }] });
  await ask()
    .post(`${own()}/sending`)
    .set('phien-application', CODE)
    .send({ version: 1 })
    .expect(200);

  const list = await ask().get(`/fairs/${fair.fairId}/applications`).set('Cookie', cookie);
  const [{ id }] = (list.body as { applications: [{ id: string }] }).applications;
  const at = `/fairs/${fair.fairId}/applications/${id}`;
  const read = await ask().get(at).set('Cookie', cookie).expect(200);
  const { files, content: sent } = read.body as { files: [{ id: string }]; content: object };
  expect(sent).not.toHaveProperty('isAccepted');
  const file = await ask().get(`${at}/files/${files[0].id}`).set('Cookie', cookie).expect(200);
  expect(file.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('Giấy _OCOP_.pdf')}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; sandbox`,
  });
  expect(file.body).toEqual(bytes);
  expect((await ask().get(`${at}/files/${files[0].id}`)).status).not.toBe(200);
});
