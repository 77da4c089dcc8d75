import { ocop160Plan } from '../plan/ocop-160.plan.rules';
import { demoApplications } from './demo-applications.rules';
import { demoCast } from './demo-fair.rules';

const plan = ocop160Plan();
const booths = plan.booths.map(({ code, zoneCode }) => ({ code, zoneId: zoneCode }));
const everybody = demoCast('demo', '2026-11-20', plan.booths).exhibitors.map((exhibitor) => ({
  name: exhibitor.name,
  delegationId: exhibitor.delegationKey,
  isDemo: exhibitor.isDemo,
  zoneId: exhibitor.origin === 'inProvince' ? '1' : '2',
  boothCodes: exhibitor.booths.map(({ code }) => code),
  units: exhibitor.booths[0]!.sixths,
  bestStar: Math.max(0, ...exhibitor.products.map(({ star }) => star ?? 0)) || null,
  classCodes: exhibitor.products.map(({ classCode }) => classCode),
}));
const applicationsOf = (word: string) => demoApplications(word, '2026-11-20', everybody, booths);
const applications = applicationsOf('demo');

it('asks for the same places again for the same word, for others for another', () => {
  expect(applicationsOf('demo')).toEqual(applications);
  expect(applicationsOf('other')).not.toEqual(applications);
});

it('wishes in the terms of the trade: who cooks needs power and water, five stars a corner at the front', () => {
  for (const { applicant, wishes } of applications) {
    const { bestStar, units, classCodes } = applicant;
    if (wishes.cook) {
      expect(classCodes).toContain('I.3.a');
      expect(wishes).toMatchObject({ power: true, water: true });
    }
    if (bestStar === 5 && units === 6) expect(wishes).toMatchObject({ corner: true, front: true });
    if (bestStar === null || bestStar < 4) {
      expect([wishes.corner, wishes.front]).toEqual([undefined, undefined]);
    }
  }
  expect(applications.filter(({ wishes }) => wishes.cook).length).toBeGreaterThan(3);
});

it('picks booths of the own zone, and names others by their names', () => {
  for (const { applicant, wishes } of applications) {
    const { choices = [], together = [], apart = [] } = wishes;
    for (const code of choices) {
      expect(booths).toContainEqual({ code, zoneId: applicant.zoneId });
    }
    expect(new Set(choices).size).toBe(choices.length);
    for (const name of [...together, ...apart]) {
      expect(name).not.toBe(applicant.name);
      expect(everybody.filter((other) => other.name === name)).toHaveLength(1);
    }
  }
});

it('lets nobody apply who exists, and everybody be accepted before the fair', () => {
  expect(applications.every(({ applicant }) => applicant.isDemo)).toBe(true);
  for (const { startedAt, sentAt, acceptedAt } of applications) {
    expect(startedAt.minute).toBeGreaterThan(0);
    expect(startedAt.minute).toBeLessThan(sentAt.minute);
    expect(sentAt.day <= '2026-10-30').toBe(true);
    expect(sentAt.day < acceptedAt.day && acceptedAt.day < '2026-11-06').toBe(true);
  }
});
