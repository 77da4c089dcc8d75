import type { Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { CloseDay } from '../closing/close-day';
import {
  DAY,
  EVENING,
  FairToClose,
  openReportsDatabase,
  RememberedOrders,
  reportProgressOn,
  type ReportsDatabase,
  writeReportOn,
} from '../testing/fair-to-close';
import { ListReports } from './list-reports';
import { OrderReport } from './order-report';
import { ReadReport } from './read-report';
import { FileOrders } from './report-queue';
import { ReportProgress } from './report-progress';
import { ReportsController } from './reports.controller';

describe('downloading a report', () => {
  let database: ReportsDatabase;
  let app: INestApplication<Server>;
  let address: string;

  beforeAll(async () => {
    database = await openReportsDatabase();
    const work = await FairToClose.open(database, { booths: 2 });
    work.till(0).sell(100_000);
    await work.deliver(0);
    work.setClock(EVENING);
    const closeDay = new CloseDay(database.dataSource, work.clock, new RememberedOrders());
    const { accountId } = work.organizer;
    await closeDay.run({ fairId: work.fairId, day: DAY, accountId });
    await writeReportOn(database.dataSource, work.clock).run({
      fairId: work.fairId,
      day: DAY,
      revision: 1,
      kind: 'end_of_day',
      language: 'vi',
      format: 'pdf',
    });
    const door = await Test.createTestingModule({
      controllers: [ReportsController],
      providers: [
        ListReports,
        OrderReport,
        ReadReport,
        { provide: ReportProgress, useValue: reportProgressOn(database.dataSource) },
        { provide: FileOrders, useClass: RememberedOrders },
        { provide: DataSource, useValue: database.dataSource },
      ],
    }).compile();
    app = door.createNestApplication<INestApplication<Server>>();
    await app.init();
    address = `/fairs/${work.fairId}/reports/${DAY}/1/end_of_day.vi.pdf`;
  });

  afterAll(async () => {
    await app.close();
    await database.close();
  });

  it('gives the stored bytes with their hash, their name and their true type', async () => {
    const response = await request(app.getHttpServer()).get(address).buffer(true);
    expect(response.status).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    });
    expect(response.headers['content-disposition']).toMatch(
      /^attachment; filename="end-of-day-fair-[-0-9a-f]+-2025-10-28-r1\.vi\.pdf"; filename\*=UTF-8''B%C3%A1o/,
    );
    expect((response.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('answers 304 to whoever holds these bytes already', async () => {
    const first = await request(app.getHttpServer()).get(address);
    const etag = first.headers.etag ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
    const again = await request(app.getHttpServer()).get(address).set('If-None-Match', etag);
    expect(again.status).toBe(304);
    expect(again.text).toBeFalsy();
  });
});
