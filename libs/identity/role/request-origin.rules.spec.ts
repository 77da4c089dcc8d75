import { isOwnOrigin, whyForeign } from './request-origin.rules';

const json = { contentType: 'application/json', contentLength: '2', transferEncoding: undefined };
const none = { contentType: undefined, contentLength: undefined, transferEncoding: undefined };
const form = { ...json, contentType: 'application/x-www-form-urlencoded' };
const chunked = {
  contentType: 'text/plain',
  contentLength: undefined,
  transferEncoding: 'chunked',
};
const own = 'http://fair.example:4300';

describe('a request that changes something comes from our own page', () => {
  it.each([
    ['POST', own, json, null],
    ['POST', undefined, json, null],
    ['POST', own, { ...json, contentType: 'Application/JSON; charset=utf-8' }, null],
    ['DELETE', own, none, null],
    ['POST', own, { ...none, contentLength: '0' }, null],
    ['GET', 'https://elsewhere.example', none, null],
    ['POST', 'https://elsewhere.example', json, 'foreign_origin'],
    ['POST', 'http://fair.example', json, 'foreign_origin'],
    ['POST', 'null', json, 'foreign_origin'],
    ['DELETE', 'https://elsewhere.example', none, 'foreign_origin'],
    ['POST', 'https://elsewhere.example', form, 'foreign_origin'],
    ['POST', own, form, 'body_not_json'],
    ['POST', undefined, form, 'body_not_json'],
    ['POST', own, chunked, 'body_not_json'],
    ['POST', own, { ...json, contentType: 'application/octet-stream' }, null],
    ['POST', own, { ...json, contentType: undefined }, 'body_not_json'],
    ['POST', own, { ...json, contentType: 'application/jsonx' }, 'body_not_json'],
  ])('%s from %s with %o: %s', (method, origin, body, expected) => {
    const refusal = whyForeign({ method, origin, host: 'fair.example:4300', ...body });
    expect(refusal?.code ?? null).toBe(expected);
  });
});

it('knows that a port a browser leaves out is the usual one', () => {
  expect(isOwnOrigin('https://fair.example', 'fair.example:443')).toBe(true);
  expect(isOwnOrigin('https://fair.example', 'fair.example:80')).toBe(false);
  expect(isOwnOrigin('https://fair.example', undefined)).toBe(false);
});
