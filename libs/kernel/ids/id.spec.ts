import { isId, newId } from './id';

describe('ids', () => {
  it('are UUIDs of version 7 that carry the time they were made', () => {
    const before = Date.now();
    const id = newId();
    expect(isId(id)).toBe(true);
    expect(id[14]).toBe('7');
    const madeMs = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
    expect(madeMs).toBeGreaterThanOrEqual(before);
    expect(madeMs).toBeLessThan(before + 1_000);
  });

  it('sort in the order they were made and never repeat', () => {
    const made = Array.from({ length: 20_000 }, () => newId());
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it('keep their order when the clock steps back', () => {
    const first = newId();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(1_000);
    const second = newId();
    clock.mockRestore();
    expect(second > first).toBe(true);
  });

  it.each([
    ['', false],
    ['0199a1c2-0000-7000-8000-000000000000', true],
    ['0199A1C2-0000-7000-8000-000000000000', false],
    ['0199a1c2-0000-7000-8000-000000000000\n', false],
    ['0199a1c2000070008000000000000000', false],
    ['0199a1c2-0000-7000-c000-000000000000', false],
  ])('says of %j whether it is one: %s', (text, expected) => {
    expect(isId(text)).toBe(expected);
  });
});
