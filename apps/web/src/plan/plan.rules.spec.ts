import { expect, test } from '@playwright/test';
import type { Booth } from '../api/client';
import type { Exhibitor, Step } from './plan-requests';
import {
  BOOTHS_SHOWN,
  delegationsOf,
  everyone,
  exhibitorsFor,
  givenSixths,
  isShown,
  largestShare,
  neighbour,
  newsOf,
  searchTextOf,
  shareOf,
  stateOf,
} from './plan.rules';

const exhibitor = (change: Partial<Exhibitor>): Exhibitor => ({
  id: 'x',
  name: 'HTX Chè Đường Hoa',
  kind: 'cooperative',
  origin: 'inProvince',
  countryCode: 'VN',
  placeSet: 'qn-communes',
  placeCode: '1',
  placeNameVi: 'Xã Đường Hoa',
  placeNameEn: 'Duong Hoa Commune',
  formerDistrict: 'Hải Hà',
  formerDistrictCode: '201',
  representative: null,
  contactPhone: null,
  taxCode: null,
  paysVat: true,
  delegationId: null,
  delegationNameVi: null,
  delegationNameEn: null,
  isDemo: true,
  boothCodes: [],
  ...change,
});
const cast = [
  exhibitor({ id: 'tea', boothCodes: ['A12'] }),
  exhibitor({
    id: 'pearl',
    name: 'Ngọc trai Hạ Long',
    formerDistrict: null,
    placeNameVi: 'Hạ Long',
  }),
  exhibitor({
    id: 'guest',
    name: 'Gian thử nghiệm – Đồng Tháp 01',
    placeNameVi: 'Tỉnh Đồng Tháp',
    formerDistrict: null,
    delegationId: 'd1',
    delegationNameVi: 'Đoàn Đồng Tháp',
    delegationNameEn: 'Delegation of Dong Thap',
  }),
];
const searchable = cast.map((each) => ({ exhibitor: each, searchText: searchTextOf(each) }));
const found = (change: Partial<typeof everyone>) =>
  exhibitorsFor(searchable, { ...everyone, ...change }).map(({ id }) => id);

test('an exhibitor is found without marks by name, booth, place, former district, delegation', () => {
  expect(found({ text: 'che' })).toEqual(['tea']);
  expect(found({ text: 'CHÈ' })).toEqual(['tea']);
  expect(found({ text: 'dong' })).toEqual(['guest']);
  expect(found({ text: 'đồng thap' })).toEqual(['guest']);
  expect(found({ text: 'a12' })).toEqual(['tea']);
  expect(found({ text: 'hai ha' })).toEqual(['tea']);
  expect(found({ text: 'doan dong' })).toEqual(['guest']);
  expect(found({ text: 'hoa che' }), 'words in any order').toEqual(['tea']);
  expect(found({ text: 'goms' })).toEqual([]);
});

test('a list is narrowed to who waits, who has a booth, and a delegation', () => {
  expect(found({ booths: 'waiting' })).toEqual(['pearl', 'guest']);
  expect(found({ booths: 'placed' })).toEqual(['tea']);
  expect(found({ delegation: 'd1' })).toEqual(['guest']);
  expect(found({ delegation: 'none' })).toEqual(['tea', 'pearl']);
  expect(delegationsOf(cast, 'vi')).toEqual([{ id: 'd1', name: 'Đoàn Đồng Tháp' }]);
});

const booth = (code: string, xCm: number, yCm: number, freeSixths = 6): Booth => ({
  id: code,
  code,
  zoneId: 'z',
  kind: 'standard',
  faces: 'south',
  xCm,
  yCm,
  widthCm: 300,
  depthCm: 300,
  freeSixths,
  holders: freeSixths === 6 ? [] : [{ allocationId: 'a', exhibitorId: 'e', name: 'X', sixths: 2 }],
  reserved: [],
});

test('an arrow key goes to the booth that lies next that way, over an aisle too', () => {
  const rows = [0, 300, 1_000].flatMap((y, row) =>
    [0, 300, 600].map((x, place) => booth(`${row}${place}`, x, y)),
  );
  const from = rows.find(({ code }) => code === '11');
  if (!from) throw new Error('the middle is missing');
  const to = (direction: Parameters<typeof neighbour>[2]) => neighbour(rows, from, direction)?.code;
  expect([to('left'), to('right'), to('up'), to('down')]).toEqual(['10', '12', '01', '21']);
  const corner = rows[0];
  if (!corner) throw new Error('the corner is missing');
  expect(neighbour(rows, corner, 'left')).toBeNull();
  expect(neighbour(rows, corner, 'up')).toBeNull();
});

test('a booth of which a part is held is found as held and as given', () => {
  const held = { allocationId: 'h', exhibitorId: 'e', name: 'Y', sixths: 3 };
  const term = { state: 'held', heldUntil: '2025-11-20T03:00:00.000Z', minutesLeft: 5 } as const;
  const both = { ...booth('A', 0, 0, 1), reserved: [{ ...held, ...term }] };
  const only = { ...booth('A', 0, 0, 6), freeSixths: 3, reserved: both.reserved };
  const offered = { ...only, reserved: [{ ...held, ...term, state: 'offered' as const }] };
  expect([both, only, offered].map(stateOf)).toEqual(['shared', 'held', 'offered']);
  expect(givenSixths(both)).toBe(2);
  const foundIn = (each: Booth) => BOOTHS_SHOWN.filter((shown) => isShown(each, shown));
  expect([both, only, offered, booth('B', 0, 0)].map(foundIn)).toEqual([
    ['all', 'room', 'held', 'given'],
    ['all', 'room', 'held'],
    ['all', 'room', 'offered'],
    ['all', 'room'],
  ]);
});

test('a booth is free, given in part, or given; and offers the largest share it has room for', () => {
  expect([6, 4, 0].map((free) => stateOf(booth('A', 0, 0, free)))).toEqual([
    'free',
    'shared',
    'given',
  ]);
  expect([6, 5, 3, 2, 1].map(largestShare)).toEqual(['whole', 'half', 'half', 'third', 'whole']);
  expect([6, 3, 2, 4].map(shareOf)).toEqual(['whole', 'half', 'third', null]);
});

const step = (stepId: string, allocationId: string): Step => ({
  stepId,
  action: 'booth_allocated',
  at: '2025-11-20T03:00:00.000Z',
  accountName: 'Lan',
  isOwn: false,
  changes: [
    {
      exhibitorId: 'e',
      exhibitorName: 'X',
      freed: null,
      given: {
        allocationId,
        boothId: 'b',
        boothCode: 'A12',
        sixths: [0, 1],
        state: 'confirmed',
        heldUntil: null,
      },
    },
  ],
  undoesStepId: null,
  undoneByStepId: null,
  isUndoable: true,
});

test('news is what came since the last look and was not asked for here, oldest first', () => {
  const steps = [step('s3', 'a3'), step('s2', 'a2'), step('s1', 'a1')];
  const ids = (lastSeen: string | null, asked: string[] = []) =>
    newsOf(steps, lastSeen, new Set(asked)).map(({ stepId }) => stepId);
  expect(ids('s1')).toEqual(['s2', 's3']);
  expect(ids('s1', ['a2'])).toEqual(['s3']);
  expect(ids('s1', ['s3'])).toEqual(['s2']);
  expect(ids('s3')).toEqual([]);
  expect(ids(null)).toEqual(['s1', 's2', 's3']);
});
