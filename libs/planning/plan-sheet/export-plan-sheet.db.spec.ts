import { newId, Refusal, systemClock } from '@phien/kernel';
import type { TestDatabase } from '@phien/store';
import { makeFair } from '../testing/make-fair';
import { makeCaller, openPlanningDatabase, planVerbs } from '../testing/planning-database';
import { ExportPlanSheet } from './export-plan-sheet';
import { PlanSheetsHere } from './plan-sheets';

let database: TestDatabase;
beforeAll(async () => {
  database = await openPlanningDatabase();
});
afterAll(() => database.close());

const wanted = { paper: 'a3', file: 'svg', language: 'vi' } as const;

it('draws what is published, or the draft as it was saved, with names or without', async () => {
  const { dataSource } = database;
  const fair = await makeFair(dataSource.manager, { booths: 4, exhibitors: 3 });
  const organizer = await makeCaller(dataSource);
  const verbs = planVerbs(dataSource);
  const verb = new ExportPlanSheet(dataSource, systemClock, new PlanSheetsHere());
  const { plan } = await verbs.readPlanDraft.run(fair.fairId);
  const booth = plan.booths.find(({ code }) => code === 'A01');
  if (!booth) throw new Error('no A01');
  await verbs.savePlanDraft.run(organizer, fair.fairId, 0, {
    ...{ id: newId(), zones: [], features: [], removedIds: [] },
    booths: [{ ...booth, code: 'MỚI-1' }],
  });
  const draw = async (of: 'published' | 'draft', names: 'true' | 'false') => {
    const { bytes, name } = await verb.run(fair.fairId, { ...wanted, of, names });
    return { svg: bytes.toString(), name };
  };
  const published = await draw('published', 'true');
  expect(published.name).toMatch(/^phien-.+-plan-v1-a3\.svg$/);
  expect(published.svg).toContain('aria-label="A01"');
  expect(published.svg).not.toContain('MỚI-1');
  const [exhibitor] = await dataSource.query<{ name: string }[]>(
    `SELECT e.name FROM exhibitor e JOIN allocation a ON a.fair_id = e.fair_id AND a.exhibitor_id = e.id
      WHERE a.fair_id = $1 AND a.booth_id = $2`,
    [fair.fairId, booth.id],
  );
  const named = (exhibitor?.name ?? '').split(' ')[0] ?? '?';
  const draft = await draw('draft', 'true');
  expect(draft.name).toMatch(/-plan-draft-1-a3\.svg$/);
  expect(draft.svg).toContain('aria-label="MỚI-1"');
  expect(draft.svg).toContain(named);
  expect((await draw('draft', 'false')).svg).not.toContain(`aria-label="${named}`);
  const nowhere = verb.run(newId(), { ...wanted, of: 'draft', names: 'true' });
  await expect(nowhere).rejects.toMatchObject({ code: 'fair_not_found' });
  await expect(nowhere).rejects.toBeInstanceOf(Refusal);
});
