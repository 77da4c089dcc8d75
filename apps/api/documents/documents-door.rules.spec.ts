import { addressOf } from './documents-door.rules';

const fairId = '01234567-89ab-7cde-8f01-23456789abcd';
const registerId = 'fedcba98-7654-7210-8fed-cba987654321';
const url = `/api/fairs/${fairId}/registers/${registerId}/documents`;
const headers = { 'content-type': 'application/json', 'content-length': '100' };
const plain = { method: 'POST', url, headers };

it.each([
  ['as a till posts it', plain],
  [
    'with its charset',
    { ...plain, headers: { ...headers, 'content-type': 'application/json; charset=UTF-8' } },
  ],
  ['of just 1 MiB', { ...plain, headers: { ...headers, 'content-length': '1048576' } }],
])('takes a delivery %s', (_, request) => {
  expect(addressOf(request)).toEqual({ fairId, registerId });
});

it.each([
  ['a question', { ...plain, method: 'GET' }],
  ['no address at all', { ...plain, url: undefined }],
  ['the registers', { ...plain, url: `/api/fairs/${fairId}/registers` }],
  ['something below', { ...plain, url: `${url}/1` }],
  ['a slash behind', { ...plain, url: `${url}/` }],
  ['a query', { ...plain, url: `${url}?x=1` }],
  ['an id in capitals', { ...plain, url: url.replace(registerId, registerId.toUpperCase()) }],
  ['an id that is none', { ...plain, url: url.replace(registerId, 'x'.repeat(36)) }],
  ['no content type', { ...plain, headers: { 'content-length': '100' } }],
  ['a form', { ...plain, headers: { ...headers, 'content-type': 'text/plain' } }],
  [
    'another charset',
    { ...plain, headers: { ...headers, 'content-type': 'application/json; charset=utf-16' } },
  ],
  ['something compressed', { ...plain, headers: { ...headers, 'content-encoding': 'gzip' } }],
  ['no told length', { ...plain, headers: { 'content-type': 'application/json' } }],
  ['nothing', { ...plain, headers: { ...headers, 'content-length': '0' } }],
  ['more than 1 MiB', { ...plain, headers: { ...headers, 'content-length': '1048577' } }],
])('leaves %s to others', (_, request) => {
  expect(addressOf(request)).toBeNull();
});
