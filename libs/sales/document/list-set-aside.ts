import { Injectable } from '@nestjs/common';
import { readDocument } from '@phien/till';
import { DataSource } from 'typeorm';
import { isFairSealed } from './second-person';
import type { SetAsideDto, SetAsidePageDto, SetAsideQuery } from './set-aside.dto';
import type { Verdict } from './set-aside-decision.entity';
import { whySetAside } from './set-aside.words';
import { STILL_WAITS } from './waiting-set-aside';

const A_PAGE = 200;
const GOODS_NAMED = 3;

interface Row {
  documentId: string;
  registerId: string;
  registerName: string;
  epoch: number;
  sequence: number;
  exhibitorName: string;
  boothCode: string;
  code: string;
  setAsideAt: Date;
  canonical: Buffer;
  verdict: Verdict | null;
  reason: string;
  decidedByName: string;
  decidedAt: Date;
  proposedReason: string;
  proposedBy: string | null;
  proposedByName: string;
  proposedAt: Date;
}

const FROM = `
  FROM set_aside s
  JOIN link l ON l.fair_id = s.fair_id AND l.document_id = s.document_id
  WHERE s.fair_id = $1 AND ($2::uuid IS NULL OR l.register_id = $2)`;

/**
 * What was set aside at a fair: what waits for a decision, phone by phone in the order of its chain;
 * or what was decided, in the same order.
 */
@Injectable()
export class ListSetAside {
  constructor(private readonly dataSource: DataSource) {}

  async run(accountId: string, fairId: string, asked: SetAsideQuery): Promise<SetAsidePageDto> {
    const of = [fairId, asked.registerId ?? null];
    const [waiting]: { n: number }[] = await this.dataSource.query(
      `SELECT count(*) AS n ${FROM} AND ${STILL_WAITS}`,
      of,
    );
    const state =
      asked.state === 'decided'
        ? `EXISTS (SELECT 1 FROM set_aside_decision x WHERE x.fair_id = s.fair_id AND x.document_id = s.document_id)`
        : STILL_WAITS;
    const rows: Row[] = await this.dataSource.query(
      `SELECT s.document_id AS "documentId", l.register_id AS "registerId", r.name AS "registerName", l.epoch,
         l.sequence, e.name AS "exhibitorName", b.code AS "boothCode", s.code, s.set_aside_at AS "setAsideAt",
         l.canonical, v.verdict, v.reason, a.name AS "decidedByName", v.decided_at AS "decidedAt",
         p.reason AS "proposedReason", p.proposed_by AS "proposedBy", o.name AS "proposedByName",
         p.proposed_at AS "proposedAt"
       FROM (SELECT s.fair_id, s.document_id, s.code, s.set_aside_at, l.register_id, l.epoch, l.sequence ${FROM}
         AND ${state} AND ($3::uuid IS NULL OR (l.register_id, l.epoch, l.sequence) > (
           SELECT register_id, epoch, sequence FROM link WHERE fair_id = $1 AND document_id = $3))
         ORDER BY l.register_id, l.epoch, l.sequence LIMIT ${A_PAGE + 1}) s
       JOIN link l ON l.fair_id = s.fair_id AND l.document_id = s.document_id
       JOIN register r ON r.fair_id = l.fair_id AND r.id = l.register_id
       JOIN exhibitor e ON e.fair_id = r.fair_id AND e.id = r.exhibitor_id
       JOIN booth b ON b.fair_id = r.fair_id AND b.id = r.booth_id
       LEFT JOIN set_aside_decision v ON v.fair_id = s.fair_id AND v.document_id = s.document_id
       LEFT JOIN account a ON a.id = v.decided_by
       LEFT JOIN set_aside_proposal p ON p.fair_id = s.fair_id AND p.document_id = s.document_id
       LEFT JOIN account o ON o.id = p.proposed_by
       ORDER BY l.register_id, l.epoch, l.sequence`,
      [...of, asked.after ?? null],
    );
    return {
      waitingCount: waiting?.n ?? 0,
      isFairSealed: await isFairSealed(this.dataSource.manager, fairId),
      documents: rows.slice(0, A_PAGE).map((row) => described(row, accountId)),
      hasMore: rows.length > A_PAGE,
    };
  }
}

function described(row: Row, accountId: string): SetAsideDto {
  const { canonical, verdict, reason, decidedByName, decidedAt, ...others } = row;
  const { proposedReason, proposedBy, proposedByName, proposedAt, ...place } = others;
  const reading = readDocument(canonical.toString('utf8'));
  const document = reading.ok ? reading.document : null;
  const why = whySetAside(row.code);
  return {
    ...place,
    whyVi: why.vi,
    whyEn: why.en,
    isReadable: reading.ok,
    kind: document?.kind ?? null,
    totalVnd: document?.totalVnd ?? null,
    at: document && new Date(Date.parse(document.at) + document.clockOffsetMs),
    cashier: document?.cashier ?? null,
    originalId: document?.originalId ?? null,
    reason: document?.reason ?? null,
    goods: (document?.lines ?? []).slice(0, GOODS_NAMED).map(({ name }) => name),
    lineCount: document?.lines.length ?? 0,
    proposal:
      proposedBy === null
        ? null
        : { reason: proposedReason, proposedByName, proposedAt, isOwn: proposedBy === accountId },
    decision:
      verdict === null
        ? null
        : { documentId: row.documentId, verdict, reason, decidedByName, decidedAt },
  };
}
