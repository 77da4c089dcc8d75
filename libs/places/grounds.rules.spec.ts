import { sharedGrounds } from './grounds.rules';
import { findPlacesByName, lifeOn } from './places.rules';
import type { PlaceSet } from './place';

const key = (set: PlaceSet, name: string) => {
  const [place] = findPlacesByName(set, name);
  if (!place) throw new Error(`${set} has no ${name}`);
  return `${set}:${place.code}`;
};
const then = (...keys: string[]) => ({ day: '2019-08-28', keys });
const now = (...keys: string[]) => ({ day: '2025-10-28', keys });
const names = (places: readonly Parameters<typeof lifeOn>[0][]) =>
  places.map((place) => lifeOn(place, '2025-10-28').nameVi);

describe('ground of two times', () => {
  it('of a district is the communes formed mainly of it, whoever sells from them', () => {
    const tienYen = key('qn-districts', 'Tiên Yên');
    const [ground] = sharedGrounds(
      then(tienYen),
      now(key('qn-communes', 'Điền Xá'), key('qn-communes', 'Cô Tô')),
    );
    expect(names(ground!.units)).toEqual(['Tiên Yên', 'Điền Xá', 'Đông Ngũ', 'Hải Lạng']);
    expect(ground).toMatchObject({
      then: [tienYen],
      now: [key('qn-communes', 'Điền Xá')],
      missing: [],
    });
    const [baChe] = sharedGrounds(then(key('qn-districts', 'Ba Chẽ')), now());
    expect(names(baChe!.units)).toContain('Kỳ Thượng');
  });

  it('of two provinces that became one is whole only with both', () => {
    const [bacGiang, bacNinh] = [key('63', 'Bắc Giang'), key('63', 'Bắc Ninh')];
    const [alone] = sharedGrounds(then(bacGiang), now('34:24'));
    expect(alone).toMatchObject({ then: [bacGiang], now: ['34:24'] });
    expect(names(alone!.missing)).toEqual(['Bắc Ninh']);
    const both = sharedGrounds(then(bacGiang, '63:01', bacNinh), now('34:24'));
    expect(both.map((ground) => [ground.then, ground.missing])).toEqual([
      [['63:01'], []],
      [[bacGiang, bacNinh], []],
    ]);
  });

  it('of a city and the district that joined it is one, for no commune tells them apart', () => {
    const [haLong] = sharedGrounds(then(key('qn-districts', 'Hạ Long')), now());
    expect(names(haLong!.missing)).toEqual(['Hoành Bồ']);
    expect(names(haLong!.units)).not.toContain('Kỳ Thượng');
  });

  it('reaches as far as the larger unit of the two, whichever fair was the later', () => {
    const [ground] = sharedGrounds(
      { day: '2025-10-28', keys: [key('qn-communes', 'Tiên Yên')] },
      { day: '2019-08-28', keys: [key('qn-districts', 'Tiên Yên')] },
    );
    expect(names(ground!.units)).toHaveLength(4);
    expect(names(ground!.missing)).toEqual(['Điền Xá', 'Đông Ngũ', 'Hải Lạng']);
  });

  it('knows no unit that is on no list', () => {
    expect(sharedGrounds(then('63:99', 'TH'), now('34:24'))).toEqual([]);
  });
});
