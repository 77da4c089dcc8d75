import { errorIn } from './log-watch';

describe('a log', () => {
  it.each([
    ['2025-11-01T01:00:00.000Z error the printer is gone', 'the printer is gone'],
    ['{"level":50,"msg":"the printer is gone"}', 'the printer is gone'],
    ['TypeError: the printer is gone', 'TypeError: the printer is gone'],
    ['2025-11-01T01:00:00.000Z warn paper is low', null],
    ['{"level":40,"msg":"paper is low"}', null],
    ['    at print (printer.js:1:1)', null],
    ['{half a line', null],
  ])('tells errors from the rest: %s', (line, expected) => {
    expect(errorIn(line)).toBe(expected);
  });
});
