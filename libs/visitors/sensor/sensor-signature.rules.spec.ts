import { isSignedBy, newSensorKey, signatureOf, signedText } from './sensor-signature.rules';

const count = {
  fairId: '0190A000-0000-7000-8000-000000000001',
  sensorId: '0190a000-0000-7000-8000-000000000002',
  epoch: 3,
  sequence: 17,
  entries: 240,
  exits: 12,
  countedAt: '2025-10-28T09:15:00+07:00',
};
const key = Buffer.alloc(32, 7);

describe('the signature of a sensor', () => {
  it('is over eight lines, ids in small letters, and known by its vector', () => {
    expect(signedText(count).split('\n')).toEqual([
      'phien-sensor-count-1',
      '0190a000-0000-7000-8000-000000000001',
      '0190a000-0000-7000-8000-000000000002',
      '3',
      '17',
      '240',
      '12',
      '2025-10-28T09:15:00+07:00',
    ]);
    expect(signatureOf(count, key)).toBe(
      'f6807fee82409a2ab5f2b1b4a4bc5e88304351257c222ce294dbc6973351a008',
    );
  });

  it('holds for these figures, this place and this key alone', () => {
    const signature = signatureOf(count, key);
    expect(isSignedBy(key, count, signature)).toBe(true);
    expect(isSignedBy(key, count, signature.toUpperCase())).toBe(true);
    const changed = { epoch: 4, sequence: 18, entries: 241, exits: 13 };
    for (const [name, figure] of Object.entries(changed)) {
      expect(isSignedBy(key, { ...count, [name]: figure }, signature)).toBe(false);
    }
    const elsewhere = { fairId: count.sensorId, sensorId: count.fairId };
    for (const [name, id] of Object.entries(elsewhere)) {
      expect(isSignedBy(key, { ...count, [name]: id }, signature)).toBe(false);
    }
    expect(isSignedBy(newSensorKey(), count, signature)).toBe(false);
    expect(isSignedBy(key, count, signature.slice(2))).toBe(false);
    expect(isSignedBy(key, count, 'zz'.repeat(32))).toBe(false);
  });
});
