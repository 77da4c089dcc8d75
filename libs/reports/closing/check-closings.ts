import { type Difference, ReconciliationCheck, ReconciliationChecks } from '@phien/dashboard';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { closingHash, type SealedClosing } from './closing.rules';
import { readClosings } from './read-closings';
import { readDays } from './read-days';

interface Frozen {
  day: string;
  revision: number;
  documentCount: number;
  totalVnd: number;
}

/**
 * Every revision against the facts it froze: count and sum of its documents, the hash of their chain
 * hashes (of the latest revision of a day), and the revision's own hash. Documents that came since
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
            found: (state?.totalVnd ?? 0) + (state?.waitingVnd ?? 0),
          },
        ];
      })
      .filter(({ expected, found }) => expected !== found);
  }

  private async closings(em: EntityManager, fairId: string): Promise<Difference[]> {
    const closings = await readClosings(em, { fairId });
    if (closings.length === 0) return [];
    const frozen = await readFrozen(em, fairId);
    const hashes = await readDocumentHashes(em, fairId);
    return closings.flatMap((closing) => {
      const latest = closings.findLast((other) => other.day === closing.day);
      return differencesOf(
        closing,
        frozen.filter((row) => row.day === closing.day && row.revision <= closing.revision),
        closing === latest ? (hashes.get(closing.day) ?? null) : closing.documentsHash,
      );
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
