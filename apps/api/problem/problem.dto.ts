export class FieldProblem {
  /** Path of the field in the body or the query, such as `lines.0.amountVnd`. */
  field: string;

  code: string;

  detailVi: string;

  detailEn: string;
}

/** Every answer that is not what was asked for (RFC 9457), as `application/problem+json`. */
export class Problem {
  /** `urn:phien:problem:` and the code. */
  type: string;

  /** Name of the HTTP status. */
  title: string;

  status: number;

  /** Stable, for machines: a state of the world in snake_case. */
  code: string;

  /** For the person, in the language that Accept-Language asks for; Vietnamese otherwise. */
  detail: string;

  detailVi: string;

  detailEn: string;

  /** Path of the request. */
  instance: string;

  /** What is wrong with which field, when fields are wrong. */
  errors?: FieldProblem[];

  /** Facts that go with the code. */
  details?: Record<string, unknown>;

  /** Of a fault on our side: the id under which the log tells more. */
  incident?: string;
}
