import { readInstance } from '@phien/allocator';
import type { StandingAllocation } from '../allocation/read-standing';
import type { AllocationState } from '../allocation/state.rules';
import { acceptanceOf, suppliedAsNow, type Acceptance } from './accept.rules';
import type { SuggestedPlace } from './suggested-fair.rules';

/* One line of nine booths, 3 m wide each: A1 to A9. */
const CODES = Array.from({ length: 9 }, (_, n) => `A${n + 1}`);

interface Hall {
  /** `AN A1>A2`, `AN/2 A4,A5>A5,A6`, a newcomer `BÌNH ->A3`, a share `CHI:2 A1>A4`, locked `DŨNG A7`. */
  places: string;
  /** `AN A1`, `CHI:2 A1`, held or offered `AN A1 held`; as before where left out. */
  now?: string;
  /** Who shares with whom: `CHI+DUNG`. */
  together?: string;
  /** Who must keep 6 m apart: `AN-BINH`. */
  rivals?: string;
  keys?: string[];
  state?: AllocationState;
  /** Booths that are no longer where they were. */
  changed?: string[];
  gone?: string[];
  /** Booths that are kept for a delegation now. */
  kept?: string[];
  /** Who needs power, and booths that have none any more. */
  needPower?: string[];
  dark?: string[];
}

const list = (text: string) => text.split('; ').filter(Boolean);
const codesIn = (text: string) => (text === '-' ? [] : text.split(','));

function placesIn(text: string): SuggestedPlace[] {
  return list(text).map((line) => {
    const [name = '', way = ''] = line.split(' ');
    const [key = '', units = '6'] = name.split(':');
    const [before = '', after] = way.split('>');
    return {
      ...{ key, exhibitorId: key.split('/')[0]!, units: Number(units) },
      ...{ boothCodes: codesIn(after ?? before), isLocked: after === undefined },
      beforeCodes: before === '-' ? null : codesIn(before),
    };
  });
}

function accept({ places: text, together = '', ...hall }: Hall): Acceptance {
  const places = placesIn(text);
  const mates = together.split('+');
  const sharerOf = (id: string) => (mates.includes(id) ? 'a delegation' : id);
  const usedIn = new Map<string, number>();
  const standing = list(
    hall.now ??
      places
        .filter(({ beforeCodes }) => beforeCodes !== null)
        .map((place) => `${place.exhibitorId}:${place.units} ${place.beforeCodes!.join(',')}`)
        .join('; '),
  ).flatMap((line): StandingAllocation[] => {
    const [name = '', codes = '', state = 'confirmed'] = line.split(' ');
    const [exhibitorId = '', units = '6'] = name.split(':');
    return codesIn(codes).map((boothCode) => {
      const used = usedIn.get(boothCode) ?? 0;
      usedIn.set(boothCode, used + Number(units));
      return {
        ...{ id: `${exhibitorId} in ${boothCode}`, boothId: boothCode, boothCode, exhibitorId },
        ...{ sharerId: sharerOf(exhibitorId), state: state as AllocationState },
        sixths: Array.from({ length: Number(units) }, (_, n) => used + n),
      };
    });
  });
  const ids = [...new Set([...places, ...standing].map(({ exhibitorId }) => exhibitorId))];
  return acceptanceOf({
    places,
    keys: hall.keys ?? null,
    state: hall.state ?? 'confirmed',
    now: {
      standing,
      sharerOf: new Map(
        ids.filter((id) => !hall.gone?.includes(id)).map((id) => [id, sharerOf(id)]),
      ),
      boothCodes: new Set(CODES.filter((code) => !hall.changed?.includes(code))),
      keptFor: new Map((hall.kept ?? []).map((code) => [code, 'a delegation'])),
    },
    instance: suppliedAsNow(hallOf(places, hall, sharerOf), [
      ...(hall.dark ?? []).map((id) => ({ id, power: false, water: true, vent: true })),
    ]),
  });
}

const hallOf = (
  places: readonly SuggestedPlace[],
  hall: Pick<Hall, 'rivals' | 'needPower'>,
  sharerOf: (exhibitorId: string) => string,
) =>
  readInstance({
    ...{ format: 'fair-alloc/1', name: 'hall', gates: [], crossX: [0], seed: 1 },
    booths: CODES.map((id, n) => ({
      ...{ id, x: 3 * n, y: 0, aisle: 0, seg: 0, run: 0, back: -1, zone: 'one', fee: 'A' },
      ...{ corner: false, front: false, anchor: false, power: true, water: true, vent: true },
    })),
    exhibitors: places.map(({ key, exhibitorId, units, boothCodes, isLocked }) => ({
      ...{ id: key, zone: 'one', group: sharerOf(exhibitorId), size: boothCodes.length, units },
      ...{ fees: ['A'], water: false, cook: false, smelly: false },
      power: hall.needPower?.includes(exhibitorId) ?? false,
      ...{ sensitive: false, product: key, stars: 3, priority: 0, wish: {}, prev: null },
      lock: isLocked ? boothCodes : null,
    })),
    rivals: list(hall.rivals ?? '').map((pair) => pair.split('-')),
  });

/** `AN in A1 > A2`, `- > A3`, `AN in A1 > -`, with the sixths of what is less than a booth. */
function told(acceptance: Acceptance): string {
  if (acceptance.kind === 'changes') {
    return acceptance.changes
      .map(({ exhibitorId, freeId, gift }) => {
        const share = gift && gift.sixths < 6 ? `:${gift.sixths}` : '';
        return `${freeId ?? exhibitorId} > ${gift ? gift.boothCode + share : '-'}`;
      })
      .join('; ');
  }
  if (acceptance.kind === 'needs_more') return `needs ${acceptance.keys.join(', ')}`;
  if (acceptance.kind === 'breaks') {
    return `breaks ${acceptance.violations.map(({ rule, exhibitors }) => `${rule} of ${exhibitors.join(' and ')}`).join('; ')}`;
  }
  return acceptance.findings
    .map((finding) => {
      if (finding.kind === 'gone') return `${finding.key} is gone`;
      if (finding.kind === 'moved') {
        return `${finding.key} stands at ${finding.nowCodes.join(',') || 'no booth'}`;
      }
      if (finding.kind === 'booth_changed') return `${finding.boothCode} has changed`;
      if (finding.kind === 'kept') return `${finding.boothCode} is kept`;
      return `${finding.boothCode} is taken by ${finding.byExhibitorId}`;
    })
    .join('; ');
}

describe('what changes', () => {
  it.each<[string, Hall, string]>([
    ['who moves', { places: 'AN A1>A2' }, 'AN in A1 > A2'],
    ['who is new', { places: 'AN ->A2' }, 'AN > A2'],
    ['two who change places', { places: 'AN A1>A2; BINH A2>A1' }, 'AN in A1 > A2; BINH in A2 > A1'],
    ['nobody who stands there', { places: 'AN A1>A1; BINH ->A2' }, 'BINH > A2'],
    ['nobody who is locked', { places: 'AN A1; BINH ->A2' }, 'BINH > A2'],
    ['not even when it was asked for', { places: 'AN A1', keys: ['AN'] }, ''],
    ['only the booth that is another', { places: 'AN A1,A2>A2,A3' }, 'AN in A1 > A3'],
    [
      'as few of several pieces as possible',
      { places: 'AN A5,A6>A1,A2; AN/2 A1>A6' },
      'AN in A5 > A2',
    ],
    ['no pieces that only change roles', { places: 'AN A1>A2; AN/2 A2>A1' }, ''],
    ['a piece beside one that is locked', { places: 'AN A1; AN/2 A2>A3' }, 'AN in A2 > A3'],
    [
      'shares with as many sixths as they have',
      { places: 'CHI:2 A1>A3; DUNG:3 ->A3', together: 'CHI+DUNG' },
      'CHI in A1 > A3:2; DUNG > A3:3',
    ],
    [
      'not the mate who stays',
      { places: 'CHI:2 A1>A1; DUNG:3 A2>A1', together: 'CHI+DUNG' },
      'DUNG in A2 > A1:3',
    ],
    ['what is only held, firmer', { places: 'AN A1>A1', now: 'AN A1 held' }, 'AN in A1 > A1'],
    [
      'nothing that is firmer than asked',
      { places: 'AN A1>A1; BINH A2>A2', now: 'AN A1; BINH A2 offered', state: 'offered' },
      '',
    ],
    ['what moves, however firm it was', { places: 'AN A1>A2', state: 'held' }, 'AN in A1 > A2'],
    [
      'only the part that is wanted',
      { places: 'AN A1>A2; BINH ->A3', keys: ['BINH'] },
      'BINH > A3',
    ],
    [
      'what is left, when a part was accepted before',
      { places: 'AN A1>A2; BINH A3>A4', now: 'AN A2; BINH A3' },
      'BINH in A3 > A4',
    ],
  ])('%s', (_, hall, expected) => {
    expect(told(accept(hall))).toBe(expected);
  });
});

describe('what stands in the way of a part', () => {
  it.each<[string, Hall, string]>([
    [
      'nothing, when all is wanted',
      { places: 'AN A1>A2; BINH A2>A3' },
      'AN in A1 > A2; BINH in A2 > A3',
    ],
    ['who is moved away', { places: 'AN A1>A2; BINH A2>A3', keys: ['AN'] }, 'needs BINH'],
    [
      'and who is in its way in turn',
      { places: 'AN A1>A2; BINH A2>A3; CHI A3>A1; DUNG A5>A6', keys: ['AN'] },
      'needs BINH, CHI',
    ],
    ['its own other piece', { places: 'AN A1>A3; AN/2 A3>A5', keys: ['AN'] }, 'needs AN/2'],
    [
      'a sharer for whom there is no room until another left',
      { places: 'CHI:3 A1>A2; DUNG:3 A2>A2; EM:3 A2>A4', together: 'CHI+DUNG+EM', keys: ['CHI'] },
      'needs EM',
    ],
    [
      'a rival whom the suggestion moves away',
      { places: 'AN A1>A4; BINH A5>A9', rivals: 'AN-BINH', keys: ['AN'] },
      'needs BINH',
    ],
    [
      'no rival beside whom it stands already',
      { places: 'AN A4>A6; BINH A5>A9; CHI A7>A7', rivals: 'AN-BINH', keys: ['AN'] },
      'AN in A4 > A6',
    ],
  ])('%s', (_, hall, expected) => {
    expect(told(accept(hall))).toBe(expected);
  });
});

describe('what is out of date', () => {
  it.each<[string, Hall, string]>([
    ['who is gone', { places: 'AN A1>A2', now: '', gone: ['AN'] }, 'AN is gone'],
    ['who gave its booth back', { places: 'AN A1>A2', now: '' }, 'AN stands at no booth'],
    ['who was moved by hand', { places: 'AN A1>A2', now: 'AN A5' }, 'AN stands at A5'],
    ['who was given one more', { places: 'AN A1>A2', now: 'AN A1,A5' }, 'AN stands at A1,A5'],
    ['who was new and has a booth', { places: 'AN ->A2', now: 'AN A5' }, 'AN stands at A5'],
    ['who has another share', { places: 'AN A1>A2', now: 'AN:3 A1' }, 'AN stands at A1'],
    ['a booth that is not there', { places: 'AN A1>A2', changed: ['A2'] }, 'A2 has changed'],
    [
      'a booth taken by a stranger',
      { places: 'AN A1>A2', now: 'AN A1; LA A2' },
      'A2 is taken by LA',
    ],
    [
      'a booth into which somebody was moved by hand',
      { places: 'AN A1>A2; BINH A3>A4', now: 'AN A1; BINH A2', keys: ['AN'] },
      'A2 is taken by BINH',
    ],
    [
      'a booth that a mate has filled since',
      {
        places: 'CHI:3 A1>A2; DUNG:3 A2>A2',
        ...{ now: 'CHI:3 A1; DUNG:3 A2; LA:2 A2', together: 'CHI+DUNG+LA' },
      },
      'A2 is taken by LA',
    ],
    [
      'nothing of those who are not wanted',
      { places: 'AN A1>A2; BINH A3>A4', now: 'AN A1; BINH A6', keys: ['AN'] },
      'AN in A1 > A2',
    ],
    [
      'a rival who has come near by hand, which nobody foresaw',
      { places: 'AN A1>A4; BINH A8', now: 'AN A1; BINH A5', rivals: 'AN-BINH' },
      'breaks rivals of AN and BINH',
    ],
    [
      'a booth that is kept for others',
      { places: 'AN A1>A2; CHI A4>A5', kept: ['A2', 'A5'], together: 'CHI+DUNG' },
      'A2 is kept',
    ],
    [
      'no booth that is kept for others, but where it stands already',
      { places: 'AN A1>A1', now: 'AN A1 held', kept: ['A1'] },
      'AN in A1 > A1',
    ],
    [
      'a booth that lost its power, of whoever needs it',
      {
        places: 'AN A1>A2; BINH A3>A4; CHI A5>A5',
        needPower: ['AN', 'CHI'],
        dark: ['A2', 'A4', 'A5'],
      },
      'breaks power of AN',
    ],
  ])('%s', (_, hall, expected) => {
    expect(told(accept(hall))).toBe(expected);
  });
});
