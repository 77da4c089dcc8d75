import { expect, test } from '@playwright/test';
import type { Caller, Fair } from '../api/client';
import { ownFairs } from './own-fairs.rules';

const fair = (id: string, state: Fair['state']): Fair => ({
  id,
  code: id,
  nameVi: id,
  nameEn: id,
  state,
  isDemo: false,
  firstDay: null,
  lastDay: null,
});
const caller = (grants: Caller['grants']): Caller => ({
  accountId: 'a',
  login: 'a',
  name: 'A',
  mayOpenFairs: false,
  grants,
});

test('an account chooses among the fairs at which it stands for an exhibitor', () => {
  const fairs = [fair('old', 'closed'), fair('now', 'running'), fair('other', 'running')];
  const own = ownFairs(
    fairs,
    caller([
      { fairId: 'old', role: 'exhibitor', exhibitorId: 'x' },
      { fairId: 'now', role: 'organizer', exhibitorId: null },
      { fairId: 'now', role: 'exhibitor', exhibitorId: 'y' },
      { fairId: 'other', role: 'official', exhibitorId: null },
    ]),
  );
  expect(own.map(({ fair, exhibitorId }) => [fair.id, exhibitorId])).toEqual([
    ['now', 'y'],
    ['old', 'x'],
  ]);
});
