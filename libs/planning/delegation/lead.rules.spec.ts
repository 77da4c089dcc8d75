import { areLeadsIn } from './lead.rules';

it('lets leads change things through the day that was set, else through the fair’s last', () => {
  const fair = { state: 'published', leadsUntil: '2025-10-20', lastDay: '2025-10-30' } as const;
  const cases = [
    [fair, '2025-10-20', true],
    [fair, '2025-10-21', false],
    [{ ...fair, leadsUntil: null }, '2025-10-30', true],
    [{ ...fair, leadsUntil: null }, '2025-10-31', false],
    [{ ...fair, leadsUntil: null, lastDay: null }, '2099-01-01', true],
    [{ ...fair, state: 'closed' as const }, '2025-10-01', false],
    [{ ...fair, state: 'sealed' as const }, '2025-10-01', false],
  ] as const;
  for (const [time, today, expected] of cases) expect(areLeadsIn(time, today)).toBe(expected);
});
