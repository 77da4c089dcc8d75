import { newId } from '@phien/kernel';
import { emptyPlan, ocop250Plan, ocop460Plan } from './larger-halls.plan.rules';
import { faultsOfPlan } from './plan-faults.rules';
import { documentOf } from './plan.rules';

it.each([
  ['ocop-250', ocop250Plan(), { 1: 110, 2: 123, 3: 17 }],
  ['ocop-460', ocop460Plan(), { 1: 200, 2: 228, 3: 32 }],
])('the plan %s has its booths, each with a code of its own, and stands', (_, plan, zones) => {
  for (const [code, count] of Object.entries(zones)) {
    expect(plan.booths.filter(({ zoneCode }) => zoneCode === code)).toHaveLength(count);
  }
  expect(faultsOfPlan(documentOf(plan, newId))).toEqual([]);
});

it('an empty hall has nothing in it, and nothing wrong with it', () => {
  expect(faultsOfPlan(documentOf(emptyPlan(), newId))).toEqual([]);
});
