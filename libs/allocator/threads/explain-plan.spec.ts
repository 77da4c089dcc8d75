import { devFile, devInstance } from '../testing/dev-instance';
import { describeReasons } from '../reasons/describe-reasons';
import { explainPlan } from './explain-plan';

const instance = devInstance('example');
const { plan } = devFile('example-plan');

it('tells in a thread what would be told without one, and how far it is', async () => {
  const priced: number[] = [];
  const told = await explainPlan(instance, plan, {
    iterations: 500,
    onPriced: (count) => priced.push(count),
  });
  expect(told).toEqual(describeReasons(instance, plan, { iterations: 500 }));
  expect(priced).toEqual(instance.exhibitors.map((_, n) => n + 1));
});

it('ends when it is stopped, with the reasons of those whom it came to', async () => {
  const stop = new AbortController();
  stop.abort();
  const { reasons, envies } = await explainPlan(instance, plan, { signal: stop.signal });
  expect(reasons).toEqual([]);
  expect(envies).toEqual(describeReasons(instance, plan, { only: [] }).envies);
});

it('says what went wrong in the thread', async () => {
  await expect(explainPlan(instance, {})).rejects.toThrow('has no place in the plan');
});
