import { newHead } from '../test/documents';
import { readRescueFile, type RescueFile } from './rescue-file';

const { fairId, registerId, epoch, sequence, hash } = newHead();
const file: RescueFile = {
  format: 'phien-rescue',
  version: 1,
  madeAt: '2026-11-21T11:00:00.000Z',
  deliveries: [
    {
      fairId,
      registerId,
      documents: ['{"name":"Chả mực Hạ Long"}'],
      head: { epoch, sequence, hash },
      signature: 'c2lnbmVk',
    },
  ],
};
const [delivery] = file.deliveries;

it('reads what a phone wrote, to the letter', () => {
  expect(readRescueFile(JSON.stringify(file))).toEqual({ ok: true, file });
});

it.each([
  ['no JSON', 'chả mực'],
  ['another file', '{"format":"phien-archive","version":1}'],
  ['nothing', 'null'],
  ['a version to come', JSON.stringify({ ...file, version: 2 })],
  ['deliveries that are none', JSON.stringify({ ...file, deliveries: [{}] })],
  [
    'an address that leads elsewhere',
    JSON.stringify({ ...file, deliveries: [{ ...delivery, registerId: '../../session' }] }),
  ],
  [
    'documents that are no texts',
    JSON.stringify({ ...file, deliveries: [{ ...delivery, documents: [{}] }] }),
  ],
])('refuses %s', (_, text) => {
  expect(readRescueFile(text)).toEqual({ ok: false, code: 'rescue_file_unreadable' });
});
