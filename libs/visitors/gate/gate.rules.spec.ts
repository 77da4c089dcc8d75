import { gatesToOpen } from './gate.rules';

const planned = (id: string, nameVi: string) => ({
  id,
  nameVi,
  nameEn: '',
  xCm: 100,
  yCm: 0,
  widthCm: 301,
  depthCm: 50,
});

describe('the gates of a plan', () => {
  it('numbers them as a person reads their names, at the middle of their place', () => {
    const opened = gatesToOpen([planned('b', 'Cổng 10'), planned('a', 'Cổng 2')], []);
    expect(opened).toEqual([
      { id: 'a', code: 'C1', nameVi: 'Cổng 2', nameEn: 'Gate C1', xCm: 251, yCm: 25 },
      { id: 'b', code: 'C2', nameVi: 'Cổng 10', nameEn: 'Gate C2', xCm: 251, yCm: 25 },
    ]);
  });

  it('opens only what is new and never gives a code twice', () => {
    const opened = gatesToOpen(
      [planned('a', 'Cổng 1'), planned('c', 'Cổng 3')],
      [
        { id: 'a', code: 'C1' },
        { id: 'gone', code: 'C7' },
      ],
    );
    expect(opened.map((gate) => [gate.id, gate.code])).toEqual([['c', 'C8']]);
  });
});
