import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { DeliverDocumentsDto } from './document.dto';
import { readDelivery } from './read-delivery';

const good = {
  documents: ['{"id":1}'],
  head: { epoch: 1, sequence: 1, hash: 'ab'.repeat(32) },
  signature: 'c2lnbmVk',
};

const bodies: [string, unknown][] = [
  ['good', good],
  ['two hundred documents', { ...good, documents: Array(200).fill('x') }],
  ['sequence 0', { ...good, head: { ...good.head, sequence: 0 } }],
  ['no documents', { ...good, documents: [] }],
  ['too many documents', { ...good, documents: Array(201).fill('x') }],
  ['documents that are no texts', { ...good, documents: [1] }],
  ['documents that are no list', { ...good, documents: 'x' }],
  ['a document that is too long', { ...good, documents: ['x'.repeat(65_537)] }],
  ['no head', { ...good, head: undefined }],
  ['a list for a head', { ...good, head: [] }],
  ['epoch 0', { ...good, head: { ...good.head, epoch: 0 } }],
  ['epoch as text', { ...good, head: { ...good.head, epoch: '1' } }],
  ['epoch beyond an integer', { ...good, head: { ...good.head, epoch: 2_147_483_648 } }],
  ['half a sequence', { ...good, head: { ...good.head, sequence: 1.5 } }],
  ['a sequence below 0', { ...good, head: { ...good.head, sequence: -1 } }],
  ['a sequence beyond 2^53', { ...good, head: { ...good.head, sequence: 2 ** 53 } }],
  ['a short hash', { ...good, head: { ...good.head, hash: 'ab' } }],
  ['a hash in capitals', { ...good, head: { ...good.head, hash: 'AB'.repeat(32) } }],
  ['more in the head', { ...good, head: { ...good.head, more: 1 } }],
  ['no signature', { ...good, signature: undefined }],
  ['a signature that is no base64', { ...good, signature: 'a b' }],
  ['an endless signature', { ...good, signature: 'abcd'.repeat(51) }],
  ['more in the delivery', { ...good, more: 1 }],
];

const isValid = (body: unknown) =>
  validateSync(plainToInstance(DeliverDocumentsDto, body), {
    whitelist: true,
    forbidNonWhitelisted: true,
  }).length === 0;

const isRead = (body: unknown) => {
  try {
    return readDelivery(body) === body;
  } catch (error) {
    expect(error).toMatchObject({ code: 'delivery_invalid' });
    return false;
  }
};

it.each(bodies)('reads %s as the DTO describes it', (name, body) => {
  expect(isRead(body)).toBe(isValid(body));
  expect(isRead(body)).toBe(['good', 'two hundred documents', 'sequence 0'].includes(name));
});

it.each([undefined, null, 'text', 7, []])('refuses %j for a delivery', (body) => {
  expect(isRead(body)).toBe(false);
});
