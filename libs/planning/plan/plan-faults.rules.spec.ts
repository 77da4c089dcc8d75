import { newId } from '@phien/kernel';
import { ocop160Plan } from './ocop-160.plan.rules';
import { faultsOfPlan } from './plan-faults.rules';
import { documentOf, type PlanDocument } from './plan.rules';

const plan = documentOf(ocop160Plan(), newId);
const spoilt = (change: (copy: PlanDocument) => void) => {
  const copy = structuredClone(plan);
  change(copy);
  return faultsOfPlan(copy);
};
const at = ({ booths }: PlanDocument, code: string) => {
  const booth = booths.find((each) => each.code === code);
  if (!booth) throw new Error(`no ${code}`);
  return booth;
};
const feature = ({ features }: PlanDocument, nameEn: string) => {
  const found = features.find((each) => each.nameEn === nameEn);
  if (!found) throw new Error(`no ${nameEn}`);
  return found;
};

it('finds nothing wrong with the template', () => {
  expect(faultsOfPlan(plan)).toEqual([]);
});

it.each<[string, (copy: PlanDocument) => void, boolean, string, string]>([
  [
    'two booths on one spot',
    (p) => (at(p, 'A02').xCm -= 10),
    true,
    'booths_overlap',
    'Booths A01 and A02 stand on each other.',
  ],
  [
    'a doubled code',
    (p) => (at(p, 'A02').code = 'A01'),
    true,
    'code_doubled',
    '2 booths have the code A01.',
  ],
  [
    'a doubled code of zones',
    (p) => (p.zones[1]!.code = '1'),
    true,
    'zone_code_doubled',
    '2 zones have the code 1.',
  ],
  [
    'a booth outside',
    (p) => (at(p, 'A01').xCm = -10),
    true,
    'outside_hall',
    'Booth A01 lies outside the hall.',
  ],
  [
    'a hall too small',
    (p) => (p.hallWidthCm -= 1),
    true,
    'outside_hall',
    'East aisle lies outside the hall.',
  ],
  [
    'a booth without a zone',
    (p) => (at(p, 'A01').zoneId = newId()),
    true,
    'zone_missing',
    'Booth A01 belongs to no zone.',
  ],
  [
    'a booth in a foreign zone',
    (p) => (at(p, 'A01').zoneId = p.zones[1]!.id),
    false,
    'outside_zone',
    'Booth A01 belongs to zone 2 and stands in zone 1.',
  ],
  [
    'a booth half in an aisle',
    (p) => (at(p, 'A01').yCm += 10),
    false,
    'in_aisle',
    'Booth A01 stands in an aisle.',
  ],
  [
    'a booth turned to its back',
    (p) => (at(p, 'A01').faces = 'north'),
    false,
    'opens_to_no_aisle',
    'Booth A01 opens to no aisle.',
  ],
  [
    'a narrow aisle',
    (p) => (feature(p, 'West aisle').widthCm = 250),
    false,
    'aisle_narrow',
    'West aisle is 2.5 m wide, less than 3 m.',
  ],
  [
    'no gate',
    (p) => (p.features = p.features.filter(({ kind }) => kind !== 'gate')),
    false,
    'no_gate',
    'The plan has no gate.',
  ],
  [
    'a booth before an exit',
    (p) => Object.assign(at(p, 'A01'), { xCm: 100, yCm: 150 }),
    false,
    'exit_blocked',
    'North-west exit is blocked by A01.',
  ],
])('%s', (_, change, isBlocking, code, sentence) => {
  const faults = spoilt(change);
  expect(faults.map((fault) => [fault.isBlocking, fault.code, fault.sentence.en])).toContainEqual([
    isBlocking,
    code,
    sentence,
  ]);
});

it('says which things and where, so that a screen can show them', () => {
  const copy = structuredClone(plan);
  const [first, second] = [at(copy, 'A01'), at(copy, 'A02')];
  second.xCm -= 100;
  expect(faultsOfPlan(copy).find(({ code }) => code === 'booths_overlap')).toMatchObject({
    itemIds: [first.id, second.id],
    place: { xCm: first.xCm, yCm: first.yCm, widthCm: 500, depthCm: 300 },
    sentence: { vi: 'Gian A01 và gian A02 chồng lên nhau.' },
  });
});

it('follows the aisles from the gates to every booth', () => {
  const ground = (xCm: number, yCm: number, widthCm: number, depthCm: number) => ({
    id: newId(),
    nameVi: '',
    nameEn: '',
    xCm,
    yCm,
    widthCm,
    depthCm,
  });
  const zone = { ...ground(0, 0, 1_200, 1_000), code: '1', kind: 'selling' as const };
  const booth = (code: string, xCm: number) => ({
    ...{ id: newId(), code, zoneId: zone.id, kind: 'standard' as const, faces: 'south' as const },
    ...{ xCm, yCm: 0, widthCm: 300, depthCm: 300 },
  });
  const small: PlanDocument = {
    ...{ hallWidthCm: 1_200, hallDepthCm: 1_000, leastAisleCm: 300 },
    zones: [zone],
    booths: [booth('A01', 0), booth('A02', 900)],
    features: [
      { ...ground(0, 300, 500, 700), kind: 'aisle' },
      { ...ground(700, 300, 500, 700), kind: 'aisle' },
      { ...ground(100, 940, 300, 60), kind: 'gate' },
    ],
  };
  expect(faultsOfPlan(small).map(({ sentence }) => sentence.en)).toEqual([
    'No aisle leads from a gate to booth A02.',
  ]);
  small.features.push({ ...ground(500, 300, 200, 60), kind: 'aisle' });
  expect(faultsOfPlan(small).map(({ code }) => code)).toEqual(['not_reached', 'aisle_narrow']);
  small.features.push({ ...ground(500, 300, 200, 300), kind: 'aisle' });
  expect(faultsOfPlan(small).map(({ code }) => code)).toEqual(['aisle_narrow', 'aisle_narrow']);
});
