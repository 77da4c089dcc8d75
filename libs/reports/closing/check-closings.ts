import { type Difference, ReconciliationCheck, ReconciliationChecks } from '@phien/dashboard';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { closingHash, type SealedClosing } from './closing.rules';
import { readClosings } from './read-closings';
import { declaredLines } from './read-day-facts';
import { readDays, type DayRow } from './read-days';

interface Frozen {
  day: string;
  revision: number;
  documentCount: number;
  totalVnd: number;
}

/**
 * Every revision against the facts it froze: count and sum of its documents and of what was declared,
 * their hashes (of the latest revision of a day), and the revision's own hash. Documents that came since
 * wait for the next revision and are no difference; but whatever is booked must be closed or wait on
 * a day that is listed, or no report would ever count it.
 */
@Injectable()
export class CheckClosings implements ReconciliationCheck, OnModuleInit {
  constructor(private readonly checks: ReconciliationChecks) {}

  onModuleInit(): void {
    this.checks.add(this);
  }

  async run(em: EntityManager, fairId: string): Promise<Difference[]> {
    return [...(await this.days(em, fairId)), ...(await this.closings(em, fairId))];
  }

  private async days(em: EntityManager, fairId: string): Promise<Difference[]> {
    const listed = new Map((await readDays(em, fairId)).map((day) => [day.day, day]));
    const booked = await em.query<{ day: string; count: number; vnd: number }[]>(
      `SELECT fair_day AS day, count(*) AS count, sum(total_vnd)::bigint AS vnd
         FROM document WHERE fair_id = $1 GROUP BY fair_day ORDER BY fair_day`,
      [fairId],
    );
    return booked
      .flatMap(({ day, count, vnd }): Difference[] => {
        const state = listed.get(day);
        return [
          {
            what: 'documents of a day, closed or waiting',
            key: day,
            unit: 'count',
            expected: count,
            found: (state?.documentCount ?? 0) + (state?.waitingDocumentCount ?? 0),
          },
          {
            what: 'money of a day, closed or waiting',
            key: day,
            unit: 'vnd',
            expected: vnd,
            found: (state?.measuredVnd ?? 0) + (state?.waitingVnd ?? 0),
          },
        ];
      })
      .concat(await this.declaredDays(em, fairId, listed))
      .filter(({ expected, found }) => expected !== found);
  }

  private async declaredDays(
    em: EntityManager,
    fairId: string,
    listed: ReadonlyMap<string, DayRow>,
  ): Promise<Difference[]> {
    const said = await em.query<{ day: string; count: number; vnd: number }[]>(
      `SELECT s.fair_day AS day, count(*) AS count,
              sum(s.amount_vnd - coalesce(p.amount_vnd, 0))::bigint AS vnd
         FROM declared_sale s
         LEFT JOIN declared_sale p ON p.fair_id = s.fair_id AND p.id = s.revises
        WHERE s.fair_id = $1 GROUP BY s.fair_day ORDER BY s.fair_day`,
      [fairId],
    );
    return said.flatMap(({ day, count, vnd }): Difference[] => {
      const state = listed.get(day);
      return [
        {
          what: 'declared facts of a day, closed or waiting',
          key: day,
          unit: 'count',
          expected: count,
          found: (state?.declaredCount ?? 0) + (state?.waitingDeclaredCount ?? 0),
        },
        {
          what: 'declared money of a day, closed or waiting',
          key: day,
          unit: 'vnd',
          expected: vnd,
          found: (state?.declaredVnd ?? 0) + (state?.waitingDeclaredVnd ?? 0),
        },
      ];
    });
  }

  private async closings(em: EntityManager, fairId: string): Promise<Difference[]> {
    const closings = await readClosings(em, { fairId });
    if (closings.length === 0) return [];
    const frozen = await readFrozen(em, fairId);
    const hashes = await readDocumentHashes(em, fairId);
    const declared = await readFrozenDeclared(em, fairId);
    return closings.flatMap((closing) => {
      const latest = closings.findLast((other) => other.day === closing.day);
      const said = declared.get(`${closing.day} r${closing.revision}`);
      return [
        ...declaredDifferences(closing, said),
        ...differencesOf(
          closing,
          frozen.filter((row) => row.day === closing.day && row.revision <= closing.revision),
          closing === latest ? (hashes.get(closing.day) ?? null) : closing.documentsHash,
        ),
      ];
    });
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function differencesOf(
  closing: SealedClosing,
  frozen: readonly Frozen[],
  documentsHash: string | null,
): Difference[] {
  const key = `${closing.day} r${closing.revision}`;
  const isSame = (is: boolean) => (is ? 1 : 0);
  const compared: Difference[] = [
    {
      what: 'documents of a closing',
      key,
      unit: 'count',
      expected: sum(frozen.map((row) => row.documentCount)),
      found: closing.documentCount,
    },
    {
      what: 'total of a closing',
      key,
      unit: 'vnd',
      expected: sum(frozen.map((row) => row.totalVnd)),
      found: closing.totalVnd,
    },
    {
      what: 'hash of the documents of a closing, 1 when it agrees',
      key,
      unit: 'count',
      expected: 1,
      found: isSame(documentsHash === closing.documentsHash),
    },
    {
      what: 'hash of a closing, 1 when it agrees',
      key,
      unit: 'count',
      expected: 1,
      found: isSame(closingHash(closing) === closing.hash),
    },
  ];
  return compared.filter(({ expected, found }) => expected !== found);
}

interface FrozenDeclared {
  count: number;
  vnd: number;
  hash: string;
}

/* What was closed before booths could declare froze nothing of it. */
function declaredDifferences(
  closing: SealedClosing,
  said: FrozenDeclared | undefined,
): Difference[] {
  if (closing.declaredHash === null) return [];
  const key = `${closing.day} r${closing.revision}`;
  const compared: Difference[] = [
    {
      what: 'declared facts of a closing',
      key,
      unit: 'count',
      expected: said?.count ?? 0,
      found: closing.declaredCount ?? 0,
    },
    {
      what: 'declared money of a closing',
      key,
      unit: 'vnd',
      expected: said?.vnd ?? 0,
      found: closing.declaredVnd ?? 0,
    },
    {
      what: 'hash of the declared facts of a closing, 1 when it agrees',
      key,
      unit: 'count',
      expected: 1,
      found: said?.hash === closing.declaredHash ? 1 : 0,
    },
  ];
  return compared.filter(({ expected, found }) => expected !== found);
}

/* Of each revision: the facts up to it, and of each chain the latest of them. */
async function readFrozenDeclared(
  em: EntityManager,
  fairId: string,
): Promise<Map<string, FrozenDeclared>> {
  const rows = await em.query<(FrozenDeclared & { day: string; revision: number })[]>(
    `SELECT x.day, x.revision, count(s.id) AS count,
            coalesce(sum(s.amount_vnd) FILTER (WHERE NOT EXISTS (
              SELECT 1 FROM declared_sale n
                JOIN closing_declared m ON m.fair_id = n.fair_id AND m.declared_id = n.id
               WHERE n.fair_id = s.fair_id AND n.revises = s.id AND n.fair_day = s.fair_day
                 AND n.booth_id = s.booth_id AND n.exhibitor_id = s.exhibitor_id
                 AND m.revision <= x.revision)), 0)::bigint AS vnd,
            encode(sha256(${declaredLines}), 'hex') AS hash
       FROM closing x
       LEFT JOIN closing_declared c ON c.fair_id = x.fair_id AND c.day = x.day
        AND c.revision <= x.revision
       LEFT JOIN declared_sale s ON s.fair_id = c.fair_id AND s.id = c.declared_id
        AND s.fair_day = c.day
      WHERE x.fair_id = $1
      GROUP BY x.day, x.revision`,
    [fairId],
  );
  return new Map(rows.map(({ day, revision, ...said }) => [`${day} r${revision}`, said]));
}

/* A document counts for the day it is booked under: one that moved to another day is missed here. */
function readFrozen(em: EntityManager, fairId: string): Promise<Frozen[]> {
  return em.query<Frozen[]>(
    `SELECT c.day, c.revision, count(d.id) AS "documentCount",
            coalesce(sum(d.total_vnd), 0)::bigint AS "totalVnd"
       FROM closing_document c
       JOIN document d ON d.fair_id = c.fair_id AND d.id = c.document_id AND d.fair_day = c.day
      WHERE c.fair_id = $1
      GROUP BY c.day, c.revision`,
    [fairId],
  );
}

async function readDocumentHashes(em: EntityManager, fairId: string): Promise<Map<string, string>> {
  const rows = await em.query<{ day: string; hash: string }[]>(
    `SELECT x.day, encode(sha256(coalesce(
              string_agg(l.hash, ''::bytea ORDER BY l.register_id, l.epoch, l.sequence), ''::bytea)), 'hex') AS hash
       FROM (SELECT DISTINCT fair_id, day FROM closing WHERE fair_id = $1) x
       LEFT JOIN closing_document c ON c.fair_id = x.fair_id AND c.day = x.day
       LEFT JOIN link l ON l.fair_id = c.fair_id AND l.document_id = c.document_id
      GROUP BY x.day`,
    [fairId],
  );
  return new Map(rows.map((row) => [row.day, row.hash]));
}
