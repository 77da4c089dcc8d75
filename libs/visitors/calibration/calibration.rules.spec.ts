import { calibrate, calibrated } from './calibration.rules';

const pair = (hand: number, machine: number) => ({ hand, machine });

describe('a calibration', () => {
  it('states no factor before three hand counts', () => {
    expect(calibrate([pair(10, 9), pair(12, 11)])).toEqual({
      countsUsed: 2,
      factor: null,
      spread: null,
    });
  });

  it('is hand over machine, a busy quarter weighing more, its error the spread of the ratios', () => {
    const { countsUsed, factor, spread } = calibrate([pair(110, 100), pair(52, 50), pair(30, 30)]);
    expect(countsUsed).toBe(3);
    expect(factor).toBeCloseTo(192 / 180, 12);
    /* Ratios 1.10, 1.04, 1.00: their mean 1.04667, their deviations 0.05333, −0.00667, −0.04667. */
    expect(spread).toBeCloseTo(0.0503322, 6);
  });

  it('leaves a quarter out in which the machine counted nobody', () => {
    expect(calibrate([pair(5, 0), pair(10, 10), pair(10, 10)]).factor).toBeNull();
    expect(calibrate([pair(5, 0), pair(10, 10), pair(10, 10), pair(10, 10)])).toEqual({
      countsUsed: 3,
      factor: 1,
      spread: 0,
    });
  });

  it.each([
    ['one method', [{ entries: 1_000, countsUsed: 3, factor: 1.05, spread: 0.02 }], 1_050, 20],
    [
      'two methods, errors as squares',
      [
        { entries: 1_000, countsUsed: 3, factor: 1.1, spread: 0.03 },
        { entries: 400, countsUsed: 4, factor: 0.95, spread: 0.1 },
      ],
      1_480,
      50,
    ],
    [
      'a method without a factor that counted nobody',
      [
        { entries: 10, countsUsed: 3, factor: 1, spread: 0 },
        { entries: 0, countsUsed: 0, factor: null, spread: null },
      ],
      10,
      0,
    ],
    [
      'a method without a factor',
      [
        { entries: 10, countsUsed: 3, factor: 1, spread: 0 },
        { entries: 1, countsUsed: 2, factor: null, spread: null },
      ],
      null,
      null,
    ],
  ])('multiplies what was counted: %s', (_name, methods, entries, error) => {
    expect(calibrated(methods)).toEqual({ entries, error });
  });
});
