import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { fairDayPlus, fairInstant, fairMoment, isFairDay } from './fair-moment';

const hanoi = 'Asia/Ho_Chi_Minh';

describe('the fair day', () => {
  it.each([
    ['2025-11-01T16:59:59.999Z', 0, '2025-11-01', 1439],
    ['2025-11-01T17:00:00.000Z', 0, '2025-11-02', 0],
    ['2025-11-01T17:00:00.000Z', 240, '2025-11-01', 1440],
    ['2025-11-01T20:59:59.999Z', 240, '2025-11-01', 1679],
    ['2025-11-01T21:00:00.000Z', 240, '2025-11-02', 240],
    ['2025-12-31T17:00:00.000Z', 0, '2026-01-01', 0],
    ['2025-12-31T17:00:00.000Z', 240, '2025-12-31', 1440],
    ['2024-02-28T17:00:00.000Z', 0, '2024-02-29', 0],
    // Saigon kept UTC+8 until June 1975, and a phone that lost its clock says 1970.
    ['1969-12-31T23:59:59.999Z', 0, '1970-01-01', 479],
  ])('of %s with the cut at minute %d is %s, minute %d', (instant, cut, day, minute) => {
    expect(fairMoment(new Date(instant), hanoi, cut)).toEqual({ day, minute });
  });

  it('keeps step with a clock that is put forward and back', () => {
    const paris = 'Europe/Paris';
    expect(fairMoment(new Date('2026-03-29T00:59:59Z'), paris, 0).minute).toBe(119);
    expect(fairMoment(new Date('2026-03-29T01:00:00Z'), paris, 0).minute).toBe(180);
    expect(fairMoment(new Date('2026-10-25T00:30:00Z'), paris, 0).minute).toBe(150);
    expect(fairMoment(new Date('2026-10-25T01:30:00Z'), paris, 0).minute).toBe(150);
    expect(fairMoment(new Date('2026-10-25T22:59:59Z'), paris, 0)).toEqual({
      day: '2026-10-25',
      minute: 1439,
    });
  });

  it('never goes back, and each day starts at its cut', () => {
    const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) });
    fc.assert(
      fc.property(instants, fc.constantFrom(0, 240, 719), (ms, cut) => {
        const { day, minute } = fairMoment(new Date(ms), hanoi, cut);
        expect(minute).toBeGreaterThanOrEqual(cut);
        expect(minute).toBeLessThan(1440 + cut);
        const startMs = fairInstant(day, minute, hanoi).getTime();
        expect(ms - startMs).toBeGreaterThanOrEqual(0);
        expect(ms - startMs).toBeLessThan(60_000);
      }),
    );
  });

  it('finds the instant of a wall clock, gaps and repeats included', () => {
    const at = (day: string, minute: number, zone: string) =>
      fairInstant(day, minute, zone).toISOString();
    expect(at('2025-11-01', 8 * 60, hanoi)).toBe('2025-11-01T01:00:00.000Z');
    expect(at('2025-11-01', 1440, hanoi)).toBe('2025-11-01T17:00:00.000Z');
    expect(at('2026-03-29', 150, 'Europe/Paris')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-10-25', 150, 'Europe/Paris')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-03-29', 600, 'Europe/Paris')).toBe('2026-03-29T08:00:00.000Z');
  });

  it('refuses a zone that does not exist', () => {
    expect(() => fairMoment(new Date(), 'Asia/Nowhere', 0)).toThrow(RangeError);
  });

  it('is the same whatever zone the server runs in', () => {
    const program = `
      const { fairMoment } = require(process.argv[1]);
      const days = [];
      for (const cut of [0, 240]) {
        for (let ms = Date.UTC(2025, 9, 31); ms < Date.UTC(2025, 10, 4); ms += 1_799_999) {
          days.push(fairMoment(new Date(ms), 'Asia/Ho_Chi_Minh', cut));
        }
      }
      console.log(new Date(2025, 0, 1).getTimezoneOffset() + '\\n' + JSON.stringify(days));`;
    const answers = ['UTC', 'America/Los_Angeles', 'Asia/Ho_Chi_Minh'].map((TZ) => {
      const printed = execFileSync(
        process.execPath,
        ['-e', program, join(__dirname, 'fair-moment.js')],
        { env: { ...process.env, TZ }, encoding: 'utf8' },
      );
      return printed.trim().split('\n');
    });
    expect(answers.map(([offset]) => offset)).toEqual(['0', '480', '-420']);
    expect(answers[1]?.[1]).toBe(answers[0]?.[1]);
    expect(answers[2]?.[1]).toBe(answers[0]?.[1]);
  });
});

describe('days as text', () => {
  it.each([
    ['2025-11-01', true],
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2025-13-01', false],
    ['2025-1-1', false],
    ['2025-11-01T00:00', false],
    [20251101, false],
  ])('%j is a day: %s', (text, expected) => {
    expect(isFairDay(text)).toBe(expected);
  });

  it('counts days over the ends of months and years', () => {
    expect(fairDayPlus('2025-10-31', 1)).toBe('2025-11-01');
    expect(fairDayPlus('2026-01-01', -1)).toBe('2025-12-31');
    expect(() => fairDayPlus('2025-02-30', 1)).toThrow(RangeError);
  });
});
