import { deviceName, freeRegisters } from './enter-fair';
import type { RegisterAnswer } from './fair-answers';
import { backOffMs, DoorRefusal } from './fair-door';

type Epoch = RegisterAnswer['epochs'][number];

const epoch = (changes: Partial<Epoch>): Epoch => ({
  epoch: 1,
  deviceName: 'Điện thoại ở quầy',
  supersededAt: null,
  revokedAt: null,
  linkedCount: 0,
  bookedCount: 0,
  setAsideCount: 0,
  bookedVnd: 0,
  linesVnd: 0,
  paymentsVnd: 0,
  ...changes,
});

const register = (id: string, ...epochs: Epoch[]): RegisterAnswer => ({
  id,
  exhibitorId: 'HTX',
  exhibitorName: 'HTX',
  boothCode: id,
  epochs,
});

it("never takes a register from a person's phone", () => {
  const registers = [
    register('new'),
    register('in use', epoch({})),
    register('simulated', epoch({ deviceName })),
    register('given back', epoch({ supersededAt: '2025-11-01T00:00:00Z' })),
    register('lost phone', epoch({ revokedAt: '2025-11-01T00:00:00Z' })),
    register('taken over', epoch({ deviceName }), epoch({ epoch: 2 })),
  ];
  expect(freeRegisters(registers).map(({ id }) => id)).toEqual([
    'new',
    'simulated',
    'given back',
    'lost phone',
  ]);
});

it('waits longer after each failure, at most five seconds, and never less than the door asks', () => {
  const longest = () => 1;
  expect([1, 2, 3, 10, 50].map((attempt) => backOffMs(attempt, null, longest))).toEqual([
    200, 400, 800, 5_000, 5_000,
  ]);
  expect(backOffMs(1, null, () => 0)).toBe(100);
  expect(backOffMs(1, new DoorRefusal(429, 'too_many', '', 3_000), () => 0)).toBe(3_100);
});

it.each([
  [400, false],
  [401, false],
  [404, false],
  [408, true],
  [429, true],
  [500, true],
  [503, true],
])('takes the status %d for something that passes: %s', (status, isPassing) => {
  expect(new DoorRefusal(status, 'code', '', 0).isPassing).toBe(isPassing);
});
