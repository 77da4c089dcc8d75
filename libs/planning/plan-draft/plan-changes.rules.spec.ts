import { newId, Refusal } from '@phien/kernel';
import { ocop160Plan } from '../plan/ocop-160.plan.rules';
import { documentOf } from '../plan/plan.rules';
import { changedPlan, differencesOf } from './plan-changes.rules';

const plan = documentOf(ocop160Plan(), newId);
const nothing = { zones: [], booths: [], features: [], removedIds: [] };
const [first, second] = plan.booths;
if (!first || !second) throw new Error('the template has booths');

it('puts what is new or other under its id, and takes away what is gone', () => {
  const moved = { ...first, xCm: 10 };
  const added = { ...second, id: newId(), code: 'C01' };
  const after = changedPlan(plan, {
    ...nothing,
    hallWidthCm: 9_000,
    booths: [moved, added],
    removedIds: [second.id, newId()],
  });
  if (after instanceof Refusal) throw after;
  expect(after.booths).toHaveLength(160);
  expect(after.booths.slice(0, 1)).toEqual([moved]);
  expect(after.booths.at(-1)).toEqual(added);
  expect(differencesOf(plan, after)).toEqual([
    ...[{ id: null, what: 'hall', change: 'changed', name: { vi: 'Nhà', en: 'Hall' } }].map(
      (hall) => ({
        ...hall,
        codeBefore: null,
        fields: ['size'],
      }),
    ),
    {
      ...{ id: first.id, what: 'booth', change: 'changed', codeBefore: null },
      ...{ name: { vi: 'Gian A01', en: 'Booth A01' }, fields: ['place'] },
    },
    {
      ...{ id: second.id, what: 'booth', change: 'removed', codeBefore: 'A02' },
      ...{ name: { vi: 'Gian A02', en: 'Booth A02' }, fields: [] },
    },
    {
      ...{ id: added.id, what: 'booth', change: 'added', codeBefore: null },
      ...{ name: { vi: 'Gian C01', en: 'Booth C01' }, fields: [] },
    },
  ]);
});

it('names a booth by its new code and remembers the old one', () => {
  const after = changedPlan(plan, {
    ...nothing,
    booths: [{ ...first, code: 'A1', faces: 'east' }],
  });
  if (after instanceof Refusal) throw after;
  expect(differencesOf(plan, after)).toMatchObject([
    { name: { vi: 'Gian A1' }, codeBefore: 'A01', fields: ['code', 'facing'] },
  ]);
});

it('sees no difference where nothing differs, whatever the order of the fields', () => {
  const { code, ...rest } = first;
  const same = changedPlan(plan, { ...nothing, booths: [{ ...rest, code }] });
  if (same instanceof Refusal) throw same;
  expect(differencesOf(plan, same)).toEqual([]);
});

it('refuses one id for two things, and more than a plan may have', () => {
  const codeOf = (answer: unknown) => (answer instanceof Refusal ? answer.code : 'taken');
  const zone = plan.zones[0]!;
  expect(codeOf(changedPlan(plan, { ...nothing, zones: [{ ...zone, id: first.id }] }))).toBe(
    'plan_id_taken',
  );
  const many = Array.from({ length: 1_841 }, () => ({ ...first, id: newId() }));
  expect(codeOf(changedPlan(plan, { ...nothing, booths: many }))).toBe('plan_too_large');
  expect(codeOf(changedPlan(plan, { ...nothing, booths: many.slice(1) }))).toBe('taken');
});
