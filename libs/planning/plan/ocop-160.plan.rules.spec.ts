import { newId } from '@phien/kernel';
import { ocop160Plan } from './ocop-160.plan.rules';
import { faultsOfPlan } from './plan-faults.rules';
import { documentOf, lies, overlaps, type Rectangle } from './plan.rules';

const plan = ocop160Plan();
const area = ({ widthCm, depthCm }: Rectangle) => widthCm * depthCm;
const features = (kind: string) => plan.features.filter((feature) => feature.kind === kind);

describe('the plan ocop-160', () => {
  it('has 70 booths in zone 1 and 90 in zone 2, each 3 × 3 m, with codes people can find', () => {
    const codes = (zone: string) =>
      plan.booths.filter(({ zoneCode }) => zoneCode === zone).map(({ code }) => code);
    expect(codes('1')).toEqual(
      Array.from({ length: 70 }, (_, n) => `A${String(n + 1).padStart(2, '0')}`),
    );
    expect(codes('2')).toEqual(
      Array.from({ length: 90 }, (_, n) => `B${String(n + 1).padStart(2, '0')}`),
    );
    expect(plan.booths.every(({ widthCm, depthCm }) => widthCm === 300 && depthCm === 300)).toBe(
      true,
    );
  });

  it('stands: inside the hall, nothing on anything, every open side on an aisle of 3 m or more', () => {
    expect(faultsOfPlan(documentOf(plan, newId))).toEqual([]);
  });

  it('has rows back to back: behind every booth stands another that faces the other way', () => {
    for (const booth of plan.booths) {
      const behindY = booth.faces === 'south' ? booth.yCm - 300 : booth.yCm + 300;
      const behind = plan.booths.find(({ xCm, yCm }) => xCm === booth.xCm && yCm === behindY);
      expect(behind?.faces).toBe(booth.faces === 'south' ? 'north' : 'south');
    }
  });

  it('spends every square centimetre of the hall on exactly one thing', () => {
    const parts: Rectangle[] = [
      ...plan.booths,
      ...features('aisle'),
      ...plan.zones.filter(({ kind }) => kind !== 'selling'),
    ];
    parts.forEach((part, at) => {
      expect(parts.slice(at + 1).filter((other) => overlaps(part, other))).toEqual([]);
    });
    expect(parts.reduce((sum, part) => sum + area(part), 0)).toBe(
      plan.hallWidthCm * plan.hallDepthCm,
    );
  });

  it('puts four gates and the exits on a wall, where an aisle ends', () => {
    expect(features('gate')).toHaveLength(4);
    expect(features('exit').length).toBeGreaterThanOrEqual(4);
    for (const door of [...features('gate'), ...features('exit')]) {
      expect(
        door.xCm === 0 ||
          door.yCm === 0 ||
          door.xCm + door.widthCm === plan.hallWidthCm ||
          door.yCm + door.depthCm === plan.hallDepthCm,
      ).toBe(true);
      expect(features('aisle').some((aisle) => lies(door, aisle))).toBe(true);
    }
  });

  it('lets a visitor reach every aisle from the main gate', () => {
    const aisles = features('aisle');
    const grown = ({ xCm, yCm, widthCm, depthCm }: Rectangle) => ({
      xCm: xCm - 1,
      yCm: yCm - 1,
      widthCm: widthCm + 2,
      depthCm: depthCm + 2,
    });
    const reached = new Set<Rectangle>();
    const next = aisles.filter((aisle) => lies(features('gate')[0]!, aisle));
    for (let aisle = next.pop(); aisle; aisle = next.pop()) {
      reached.add(aisle);
      const here = grown(aisle);
      next.push(...aisles.filter((other) => !reached.has(other) && overlaps(here, other)));
    }
    expect(reached.size).toBe(aisles.length);
  });
});
