import { MovedClock, clockFrom, systemClock } from './clock';

describe('the clock', () => {
  it('is real time when nothing is set', () => {
    expect(clockFrom()).toBe(systemClock);
    expect(clockFrom('')).toBe(systemClock);
    expect(systemClock.isMoved).toBe(false);
    expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1_000);
  });

  it('runs from the instant and at the speed it was set to', () => {
    const clock = clockFrom(`2025-11-01T19:00:00+07:00@60@${Date.now() - 10_000}`);
    const ranMs = clock.now().getTime() - Date.parse('2025-11-01T12:00:00Z');
    expect(clock.isMoved).toBe(true);
    expect(clock.speed).toBe(60);
    expect(ranMs).toBeGreaterThanOrEqual(600_000);
    expect(ranMs).toBeLessThan(660_000);
  });

  it('hands its anchor on, so that two processes tell the same time', () => {
    const clock = new MovedClock(new Date('2025-11-01T12:00:00Z'), 60, 1_700_000_000_000);
    const other = clockFrom(clock.setting);
    expect(other).toBeInstanceOf(MovedClock);
    expect((other as MovedClock).setting).toBe(clock.setting);
  });

  it.each([
    ['soon@60'],
    ['2025-11-01T19:00:00@60'],
    ['2025-11-01@60'],
    ['2025-11-01T19:00:00Z'],
    ['2025-11-01T19:00:00Z@0'],
    ['2025-11-01T19:00:00Z@-3'],
    ['2025-11-01T19:00:00Z@60@then'],
    ['2025-13-01T19:00:00Z@60'],
  ])('refuses the setting %s', (setting) => {
    expect(() => clockFrom(setting)).toThrow('PHIEN_CLOCK must read');
  });
});
