import { sampleClosing, sampleFacts } from '../../testing/sample-day';
import { hoursToDraw } from './course';

const drawn = (change: {
  hourly?: number[];
  closedAt?: string;
  hours?: ReturnType<typeof sampleFacts>['hours'];
}) => {
  const closing = sampleClosing(sampleFacts(6));
  const figures = { ...closing.figures, hours: change.hours ?? closing.figures.hours };
  const hourly = (change.hourly ?? [9, 12]).map((hour) => ({
    ...{ hour, measuredVnd: 1, salesCount: 1 },
    ...{ entries: 1, exits: 0 },
  }));
  const closedAt = new Date(change.closedAt ?? '2025-10-30T15:41:07Z');
  const { hours, isCutShort } = hoursToDraw({ ...closing, figures, closedAt }, hourly);
  return [hours.at(0)?.hour, hours.at(-1)?.hour, hours.length, isCutShort];
};

it('draws the hours of opening, empty ones too', () => {
  expect(drawn({})).toEqual([8, 21, 14, false]);
});

it('draws what was sold before the opening and after the closing hour', () => {
  expect(drawn({ hourly: [7, 23] })).toEqual([7, 23, 17, false]);
});

it('draws no hour that was not over when the day was closed', () => {
  expect(drawn({ closedAt: '2025-10-30T08:20:00Z' })).toEqual([8, 15, 8, true]);
});

it('draws a night that ends after midnight, and a day outside the fair', () => {
  const night = { opensAt: '17:00', closesAt: '01:30', isOpen: true };
  const closedAt = '2025-10-30T19:00:00Z';
  expect(drawn({ hours: night, hourly: [18, 24], closedAt })).toEqual([17, 25, 9, false]);
  const outside = { opensAt: '08:00', closesAt: '22:00', isOpen: false };
  expect(drawn({ hours: outside })).toEqual([9, 12, 4, false]);
});

it('draws nothing of a day on which nothing happened', () => {
  expect(drawn({ hourly: [] })).toEqual([undefined, undefined, 0, false]);
});
