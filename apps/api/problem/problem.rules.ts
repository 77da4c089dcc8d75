import { Refusal, type RefusalKind } from '@phien/kernel';
import { STATUS_CODES } from 'node:http';
import { FieldProblem, Problem } from './problem.dto';

const statusOf: Record<RefusalKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 412,
  too_many: 429,
  busy: 503,
};

export type Fault = 'ours' | 'theirs';

export interface Answer {
  status: number;
  refusal: Refusal;
  /** Ours are logged with an incident id. */
  fault: Fault;
}

const theirs = (refusal: Refusal, status = statusOf[refusal.kind]): Answer => ({
  status,
  refusal,
  fault: 'theirs',
});

export const databaseAway = () =>
  new Refusal('database_away', 'busy', {
    vi: 'Cơ sở dữ liệu tạm thời không trả lời. Hãy thử lại sau ít giây.',
    en: 'The database does not answer at the moment. Try again in a few seconds.',
  });

const busy = () =>
  new Refusal('busy', 'busy', {
    vi: 'Hệ thống đang bận. Hãy thử lại sau ít giây.',
    en: 'The system is busy. Try again in a few seconds.',
  });

const unexpected = () =>
  new Refusal('unexpected', 'busy', {
    vi: 'Có lỗi phía hệ thống. Hãy thử lại; nếu vẫn lỗi, hãy báo mã sự cố.',
    en: 'Something went wrong on our side. Try again; if it stays, report the incident id.',
  });

const valueImpossible = () =>
  new Refusal('value_impossible', 'invalid', {
    vi: 'Có giá trị gửi lên không thể lưu được.',
    en: 'A value that was sent cannot be stored.',
  });

const byStatus: Record<number, Refusal> = {
  400: new Refusal('request_malformed', 'invalid', {
    vi: 'Yêu cầu không đọc được.',
    en: 'The request cannot be read.',
  }),
  404: new Refusal('route_not_found', 'not_found', {
    vi: 'Không có địa chỉ này.',
    en: 'There is no such address.',
  }),
  413: new Refusal('body_too_large', 'invalid', {
    vi: 'Nội dung gửi lên lớn hơn 1 MiB.',
    en: 'The body is larger than 1 MiB.',
  }),
};

/* Class 57P: an operator or a crash shut it; 08: no connection; and what sockets and the pool say. */
const AWAY = /^(57P|08|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)/;
const AWAY_IN_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Driver not Connected/;
/* 40001, 40P01: lost to others five times over; 53: no disk, memory or connection left; 55P03: locked. */
const BUSY = /^(40001|40P01|53|55P03)/;
/* Data exceptions: a NUL in a text, a number out of range, something that is no uuid. */
const IMPOSSIBLE = /^22/;

/** What is answered to a request that ended in `error`. */
export function answerTo(error: unknown, sqlState: string | undefined): Answer {
  if (error instanceof Refusal) return theirs(error);
  if (sqlState !== undefined) {
    if (BUSY.test(sqlState)) return { status: 503, refusal: busy(), fault: 'ours' };
    if (AWAY.test(sqlState)) return { status: 503, refusal: databaseAway(), fault: 'ours' };
    if (IMPOSSIBLE.test(sqlState)) return theirs(valueImpossible());
  }
  if (error instanceof Error && AWAY_IN_WORDS.test(error.message)) {
    return { status: 503, refusal: databaseAway(), fault: 'ours' };
  }
  const status = httpStatusOf(error);
  const known = byStatus[status] ?? byStatus[400];
  if (status >= 400 && status < 500 && known !== undefined) return theirs(known, status);
  return { status: 500, refusal: unexpected(), fault: 'ours' };
}

function httpStatusOf(error: unknown): number {
  const { status, statusCode } = (error ?? {}) as { status?: unknown; statusCode?: unknown };
  if (typeof status === 'number') return status;
  return typeof statusCode === 'number' ? statusCode : 500;
}

/** The body of an answer. */
export function problemOf(
  { status, refusal }: Answer,
  asked: { language: 'vi' | 'en'; path: string; incident?: string },
): Problem {
  const { errors, ...details } = { ...refusal.details } as { errors?: FieldProblem[] };
  return {
    type: `urn:phien:problem:${refusal.code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code: refusal.code,
    detail: refusal.sentence[asked.language],
    detailVi: refusal.sentence.vi,
    detailEn: refusal.sentence.en,
    instance: asked.path,
    ...(errors === undefined ? {} : { errors }),
    ...(Object.keys(details).length === 0 ? {} : { details }),
    ...(asked.incident === undefined ? {} : { incident: asked.incident }),
  };
}
