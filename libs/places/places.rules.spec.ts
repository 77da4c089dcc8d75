import {
  communesOfFormerDistrict,
  countries,
  countryName,
  findPlace,
  findPlacesByName,
  formerDistricts,
  islandsOf,
  isCountryCode,
  lifeOn,
  placeRows,
  provincesOn,
  quangNinhUnitsOn,
  successorsOn,
  tileOf,
} from './places.rules';

const names = (places: ReturnType<typeof provincesOn>, day: string) =>
  places.map((place) => lifeOn(place, day).nameVi);

describe('on a day, Vietnam has', () => {
  it('63 provinces until 2025-06-30 and 34 from the next day', () => {
    expect(provincesOn('2025-06-30')).toHaveLength(63);
    expect(provincesOn('2025-07-01')).toHaveLength(34);
  });

  it('six municipalities after Huế became one, five before', () => {
    const municipalities = (day: string) =>
      provincesOn(day).filter((place) => lifeOn(place, day).kind === 'municipality').length;
    expect([municipalities('2024-12-31'), municipalities('2025-01-01')]).toEqual([5, 6]);
    expect([municipalities('2026-04-29'), municipalities('2026-04-30')]).toEqual([6, 7]);
  });

  it('14 district units in Quảng Ninh in 2019, 13 from 2020, then 54 communes', () => {
    expect(quangNinhUnitsOn('2019-12-31')).toHaveLength(14);
    expect(quangNinhUnitsOn('2020-01-01')).toHaveLength(13);
    expect(quangNinhUnitsOn('2025-06-30')).toHaveLength(13);
    const communes = quangNinhUnitsOn('2025-10-28');
    expect(communes).toHaveLength(54);
    const kinds = communes.map((place) => lifeOn(place, '2025-10-28').kind);
    expect(
      ['ward', 'commune', 'specialZone'].map((kind) => kinds.filter((k) => k === kind).length),
    ).toEqual([30, 22, 2]);
  });
});

describe('a code', () => {
  it('means something only within its set: 24 was Bắc Giang and is Bắc Ninh', () => {
    expect(lifeOn(findPlace('63', '24')!, '2025-01-01').nameVi).toBe('Bắc Giang');
    expect(lifeOn(findPlace('34', '24')!, '2025-10-28').nameVi).toBe('Bắc Ninh');
    expect(findPlace('34', '02')).toBeNull();
  });

  it('stays with a unit that is promoted: Đông Triều is one place with two lives', () => {
    const dongTrieu = findPlace('qn-districts', '205')!;
    expect(lifeOn(dongTrieu, '2024-10-31').fullNameVi).toBe('Thị xã Đông Triều');
    expect(lifeOn(dongTrieu, '2024-11-01').fullNameEn).toBe('Dong Trieu City');
    expect(lifeOn(dongTrieu, '2030-01-01').fullNameVi).toBe('Thành phố Đông Triều');
    expect(placeRows().filter(({ set, code }) => set === 'qn-districts' && code === '205')).toEqual(
      [expect.objectContaining({ kind: 'city', valid_from: null, valid_to: '2025-06-30' })],
    );
  });

  it('of Ba Chẽ is understood in both spellings of the sources', () => {
    expect(findPlace('qn-communes', '06978')).toBe(findPlace('qn-communes', '06970'));
  });
});

describe('a place lives on', () => {
  it('in one province: Bắc Giang and Bắc Ninh in Bắc Ninh, Hà Giang in Tuyên Quang', () => {
    const heirs = (code: string) =>
      names(successorsOn(findPlace('63', code)!, '2025-10-28'), '2025-10-28');
    expect([heirs('24'), heirs('27'), heirs('02'), heirs('22')]).toEqual([
      ['Bắc Ninh'],
      ['Bắc Ninh'],
      ['Tuyên Quang'],
      ['Quảng Ninh'],
    ]);
  });

  it('every province of the 63, and every one of the 34 has an ancestor', () => {
    const heirs = provincesOn('2025-06-30').map((place) => successorsOn(place, '2025-07-01'));
    expect(heirs.every((each) => each.length === 1)).toBe(true);
    expect(new Set(heirs.flat()).size).toBe(34);
  });

  it('in its communes, when it was a district; Hoành Bồ first in Hạ Long', () => {
    const tienYen = successorsOn(findPlace('qn-districts', '199')!, '2025-10-28');
    expect(tienYen).toEqual(communesOfFormerDistrict('199'));
    expect(names(tienYen, '2025-10-28')).toContain('Tiên Yên');
    const hoanhBo = findPlace('qn-districts', '204')!;
    expect(names(successorsOn(hoanhBo, '2022-01-01'), '2022-01-01')).toEqual(['Hạ Long']);
    expect(names(successorsOn(hoanhBo, '2025-10-28'), '2025-10-28')).toContain('Hoành Bồ');
  });

  it('as itself while it is alive', () => {
    const place = findPlace('63', '24')!;
    expect(successorsOn(place, '2025-06-30')).toEqual([place]);
  });

  it('and no commune is left without a former district', () => {
    const all = formerDistricts().flatMap(({ code }) => communesOfFormerDistrict(code));
    expect(new Set(all).size).toBe(54);
  });
});

describe('a person finds', () => {
  it.each([
    ['34', 'thanh hoa', ['38']],
    ['34', 'Thanh Hoá', ['38']],
    ['34', 'THANH HÓA', ['38']],
    ['63', 'thừa thiên huế', ['46']],
    ['63', 'hue', ['46']],
    ['qn-districts', 'thi xa dong trieu', ['205']],
    ['qn-districts', 'Đông Triều', ['205']],
    ['qn-communes', 'phường hồng gai', ['06685']],
    ['34', 'Atlantis', []],
  ] as const)('in %s by %s', (set, typed, codes) => {
    expect(findPlacesByName(set, typed).map(({ code }) => code)).toEqual(codes);
  });
});

describe('countries', () => {
  it('are the 249 of ISO 3166-1, named in both languages', () => {
    expect(countries('vi')).toHaveLength(249);
    expect([countryName('TH', 'vi'), countryName('TH', 'en')]).toEqual(['Thái Lan', 'Thailand']);
    expect(countries('en').every(({ code, name }) => name !== code)).toBe(true);
  });

  it('are not made up', () => {
    expect(isCountryCode('XX')).toBe(false);
    expect(countryName('XX', 'vi')).toBe('XX');
  });
});

describe('on the grid of the country', () => {
  const provinces = provincesOn('2025-10-28');
  const at = (name: string) => {
    const place = provinces.find((each) => lifeOn(each, '2025-10-28').nameVi === name);
    const tile = place && tileOf(place);
    if (!tile) throw new Error(`${name} has no tile`);
    return tile;
  };

  it('each of the 34 has a tile of its own, and so have Hoàng Sa and Trường Sa', () => {
    const islands = provinces.flatMap((place) =>
      islandsOf(place).map((island) => ({ ...island, of: lifeOn(place, '2025-10-28').nameVi })),
    );
    expect(islands.map(({ nameVi, of }) => [nameVi, of])).toEqual([
      ['Hoàng Sa', 'Đà Nẵng'],
      ['Trường Sa', 'Khánh Hòa'],
    ]);
    const tiles = [...provinces.map(tileOf), ...islands];
    expect(tiles).not.toContain(null);
    expect(new Set(tiles.map((tile) => `${tile?.column} ${tile?.row}`)).size).toBe(36);
  });

  it('neighbours stand as they lie: north above south, west left of east', () => {
    const southwards = ['Cao Bằng', 'Hà Nội', 'Thanh Hóa', 'Huế', 'Đà Nẵng', 'Gia Lai', 'Cà Mau'];
    const rows = southwards.map((name) => at(name).row);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    for (const [west, east] of [
      ['Điện Biên', 'Sơn La'],
      ['Hà Nội', 'Bắc Ninh'],
      ['Bắc Ninh', 'Quảng Ninh'],
      ['Lâm Đồng', 'Khánh Hòa'],
      ['Tây Ninh', 'Đồng Nai'],
    ] as const) {
      expect(at(west).row).toBe(at(east).row);
      expect(at(west).column).toBeLessThan(at(east).column);
    }
  });

  it('the 63 have none: a fair of their time shows a list', () => {
    expect(provincesOn('2025-06-30').map(tileOf).filter(Boolean)).toEqual([]);
  });
});
