import { BadRequestException, NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { Refusal, type RefusalKind } from '@phien/kernel';
import { answerTo, problemOf } from './problem.rules';

const refusalOf = (kind: RefusalKind) =>
  new Refusal('booth_taken', kind, { vi: 'Gian đã có chủ.', en: 'The booth is taken.' });
const pgError = (code: string) => Object.assign(new Error('said by Postgres'), { code });

describe('whatever ended a request has a status, a code and somebody at fault', () => {
  it.each<[string, unknown, string | undefined, number, string, string]>([
    ['invalid', refusalOf('invalid'), undefined, 400, 'booth_taken', 'theirs'],
    ['unauthenticated', refusalOf('unauthenticated'), undefined, 401, 'booth_taken', 'theirs'],
    ['forbidden', refusalOf('forbidden'), undefined, 403, 'booth_taken', 'theirs'],
    ['not found', refusalOf('not_found'), undefined, 404, 'booth_taken', 'theirs'],
    ['conflict', refusalOf('conflict'), undefined, 409, 'booth_taken', 'theirs'],
    ['too many', refusalOf('too_many'), undefined, 429, 'booth_taken', 'theirs'],
    ['busy', refusalOf('busy'), undefined, 503, 'booth_taken', 'theirs'],
    [
      'a refusal that carries a code like a state',
      refusalOf('conflict'),
      '40001',
      409,
      'booth_taken',
      'theirs',
    ],
    ['a deadlock lost five times', pgError('40P01'), '40P01', 503, 'busy', 'ours'],
    ['a full disk', pgError('53100'), '53100', 503, 'busy', 'ours'],
    ['too many connections', pgError('53300'), '53300', 503, 'busy', 'ours'],
    ['a database that was shut down', pgError('57P01'), '57P01', 503, 'database_away', 'ours'],
    ['a database that starts', pgError('57P03'), '57P03', 503, 'database_away', 'ours'],
    [
      'nobody at the database’s address',
      pgError('ECONNREFUSED'),
      'ECONNREFUSED',
      503,
      'database_away',
      'ours',
    ],
    [
      'a cut connection',
      new Error('Connection terminated unexpectedly'),
      undefined,
      503,
      'database_away',
      'ours',
    ],
    ['a NUL in a text', pgError('22021'), '22021', 400, 'value_impossible', 'theirs'],
    ['a broken constraint nobody foresaw', pgError('23505'), '23505', 500, 'unexpected', 'ours'],
    ['no such route', new NotFoundException(), undefined, 404, 'route_not_found', 'theirs'],
    [
      'a body beyond the limit',
      new PayloadTooLargeException(),
      undefined,
      413,
      'body_too_large',
      'theirs',
    ],
    [
      'an id that is none',
      new BadRequestException(),
      undefined,
      400,
      'request_malformed',
      'theirs',
    ],
    ['a bug', new TypeError('x is undefined'), undefined, 500, 'unexpected', 'ours'],
    ['a thrown nothing', undefined, undefined, 500, 'unexpected', 'ours'],
  ])('%s', (_, error, sqlState, status, code, fault) => {
    const answer = answerTo(error, sqlState);
    expect([answer.status, answer.refusal.code, answer.fault]).toEqual([status, code, fault]);
  });
});

it('says nothing of what happened inside', () => {
  const answer = answerTo(new Error('password of the database is 1234'), undefined);
  const problem = problemOf(answer, { language: 'en', path: '/api/fairs', incident: 'a1b2' });
  expect(JSON.stringify(problem)).not.toContain('1234');
  expect(problem).toMatchObject({ status: 500, code: 'unexpected', incident: 'a1b2' });
});

it('speaks the language that was asked for, and carries both', () => {
  const answer = answerTo(refusalOf('conflict'), undefined);
  const asked = { path: '/api/fairs/1/allocations' };
  expect(problemOf(answer, { language: 'vi', ...asked })).toEqual({
    type: 'urn:phien:problem:booth_taken',
    title: 'Conflict',
    status: 409,
    code: 'booth_taken',
    detail: 'Gian đã có chủ.',
    detailVi: 'Gian đã có chủ.',
    detailEn: 'The booth is taken.',
    instance: '/api/fairs/1/allocations',
  });
  expect(problemOf(answer, { language: 'en', ...asked }).detail).toBe('The booth is taken.');
});

it('carries the facts of a refusal', () => {
  const refusal = new Refusal('behind', 'conflict', { vi: '', en: '' }, { head: { sequence: 7 } });
  const problem = problemOf(answerTo(refusal, undefined), { language: 'vi', path: '/' });
  expect(problem.details).toEqual({ head: { sequence: 7 } });
});
