import type { BoardQuery } from './board.dto';
import { readQuestion, zonesNamed } from './board-question.rules';

describe('what is asked of a board', () => {
  it('is today and everything when nothing is said', () => {
    expect(readQuestion({})).toEqual({ period: null, zoneCodes: [], origins: [] });
  });

  it('is the same in any order and however often a word is said', () => {
    expect(readQuestion({ day: '2025-10-28', zone: ' 2,1,2,', origin: 'foreign' })).toEqual({
      period: { from: '2025-10-28', to: '2025-10-28' },
      zoneCodes: ['1', '2'],
      origins: ['foreign'],
    });
  });

  it.each<[BoardQuery, string]>([
    [{ day: '2025-10-32' }, 'day_invalid'],
    [{ from: '28.10.2025', to: '2025-10-30', origin: 'mars' }, 'day_invalid'],
    [{ from: '2025-10-28' }, 'period_invalid'],
    [{ to: '2025-10-28' }, 'period_invalid'],
    [{ day: '2025-10-28', from: '2025-10-28', to: '2025-10-29' }, 'period_invalid'],
    [{ from: '2025-10-30', to: '2025-10-29' }, 'period_invalid'],
    [{ from: '2025-01-01', to: '2025-12-31', origin: 'mars' }, 'period_invalid'],
    [{ origin: 'inProvince,mars' }, 'origin_unknown'],
  ])('%j is refused: %s', (asked, code) => {
    expect(() => readQuestion(asked)).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('knows zones by their codes', () => {
    const zones = [
      { id: 'a', code: '1' },
      { id: 'b', code: '2' },
    ];
    expect(zonesNamed(zones, ['2', '1'])).toEqual(['b', 'a']);
    expect(() => zonesNamed(zones, ['3'])).toThrow(
      expect.objectContaining({ code: 'zone_unknown' }) as Error,
    );
  });
});
