import { expect, test } from '@playwright/test';
import type { Dossier } from './dossier-requests';
import { countsOf, dossiersWith, troublesCsv } from './dossier.rules';

const line = (kindId: string, state: Dossier['lines'][number]['state'], expiresOn?: string) => ({
  kindId,
  isAsked: true,
  state,
  items:
    expiresOn === undefined
      ? []
      : [{ id: 'x', number: null, issuer: null, issuedOn: null, expiresOn, fileBytes: null }],
});
const dossiers: Dossier[] = [
  {
    exhibitorId: '1',
    exhibitorName: 'HTX Chè Đông Triều',
    lines: [line('a', 'missing'), line('b', 'ends_during_fair', '2026-12-20')],
  },
  { exhibitorId: '2', exhibitorName: 'Hộ Lan', lines: [line('a', 'good'), line('b', 'missing')] },
];

test('counts how many papers there are of each state', () => {
  expect(Object.fromEntries(countsOf(dossiers))).toEqual({
    missing: 2,
    ends_during_fair: 1,
    good: 1,
  });
});

test('finds exhibitors by state and by name without marks', () => {
  const names = (...[shown, typed]: [Parameters<typeof dossiersWith>[1], string]) =>
    dossiersWith(dossiers, shown, typed).map(({ exhibitorId }) => exhibitorId);
  expect(names('all', '')).toEqual(['1', '2']);
  expect(names('missing', 'dong trieu')).toEqual(['1']);
  expect(names('good', '')).toEqual(['2']);
  expect(names('expired', '')).toEqual([]);
});

test('writes down whom to call about what', () => {
  const kind = { isForAll: true, exhibitorKinds: [], classCodes: [], warnDays: 30 };
  const kinds = [
    { id: 'a', nameVi: 'Giấy ATTP', nameEn: 'Food safety', ...kind },
    { id: 'b', nameVi: 'Đăng ký kinh doanh', nameEn: 'Registration', ...kind },
  ];
  const csv = troublesCsv({ kinds }, dossiers, {
    language: 'vi',
    heads: ['Đơn vị', 'Loại', 'Tình trạng', 'Hạn'],
    isShown: (state) => state !== 'good',
    stateWord: (state) => state,
  });
  expect(csv.replace('\ufeff', '').trim().split('\r\n')).toEqual([
    'Đơn vị,Loại,Tình trạng,Hạn',
    'HTX Chè Đông Triều,Giấy ATTP,missing,',
    'HTX Chè Đông Triều,Đăng ký kinh doanh,ends_during_fair,2026-12-20',
    'Hộ Lan,Đăng ký kinh doanh,missing,',
  ]);
});
