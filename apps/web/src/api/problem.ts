import type { Language } from '@phien/kernel';

/** What the server answers instead of data (RFC 9457), with a sentence in each language. */
interface ProblemDetails {
  status: number;
  code: string;
  detailVi?: string;
  detailEn?: string;
  errors?: FieldProblem[];
  details?: Record<string, unknown>;
}

/** What is wrong with one field of a form. */
export interface FieldProblem {
  field: string;
  code: string;
  detailVi: string;
  detailEn: string;
}

/**
 * A request that did not bring its data. `code` is what a person reads to support; it is
 * `unreachable` when no server answered. `sentence` is null when only the code is known.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    private readonly sentences: { vi?: string; en?: string } = {},
    /** By field, when fields are wrong. */
    readonly errors: readonly FieldProblem[] = [],
    /** Facts that go with the code. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }

  sentence(language: Language): string | null {
    return this.sentences[language] ?? null;
  }
}

function isProblemDetails(body: unknown): body is ProblemDetails {
  return (
    typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
  );
}

export function problemOf(status: number, body: unknown): Problem {
  if (!isProblemDetails(body)) return new Problem(status, `http_${status}`);
  const { code, detailVi, detailEn, errors, details } = body;
  return new Problem(status, code, { vi: detailVi, en: detailEn }, errors, details);
}
