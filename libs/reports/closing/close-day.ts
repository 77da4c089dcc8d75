import { Inject, Injectable } from '@nestjs/common';
import { Clock, fairMoment, isFairDay } from '@phien/kernel';
import { Account, recordAudit } from '@phien/identity';
import { Fair } from '@phien/planning';
import { inTransaction, lockExclusive, publicUrl } from '@phien/store';
import { DataSource, type EntityManager } from 'typeorm';
import type { ClosingDto } from './closing.dto';
import { ClosingHead } from './closing-head.entity';
import { Closing } from './closing.entity';
import {
  fairDayNotBegun,
  fairDayNotFound,
  nothingNewToClose,
  revisionReasonMissing,
} from './closing.refusals';
import {
  closingHash,
  REASON_FIRST,
  type SealedClosing,
  type UnsealedClosing,
} from './closing.rules';
import { describeClosing } from './describe-closing';
import { ClosingDefect, figuresOf, isComplete, type DayFacts } from './figures.rules';
import {
  readCalibration,
  readDayFacts,
  readDeclaredOfDay,
  readDocumentsOfDay,
  readGates,
  readHeads,
  readWaitingByBooth,
  readWaitingDeclared,
} from './read-day-facts';
import { isListedDay } from './read-days';
import { sealedAlready } from '../sealing/sealing.refusals';
import { ReportOrders } from './report-orders';
import { ClosingSignature } from '../signature/closing-signature.entity';
import { dayIsSigned } from '../signature/signature.refusals';

export interface DayToClose {
  fairId: string;
  /** 'YYYY-MM-DD' */
  day: string;
  /** Who closes it; null when it closes itself. */
  accountId: string | null;
  /** In the organizer's words; the trade's usual one when empty. A later revision needs its own. */
  reason?: string;
  /** The revision it must become: when another was faster there is nothing left to do. */
  becomes?: number;
}

/**
 * Closes a fair day, or another day with something booked, into its next revision and answers it.
 *
 * Ingest and declaring hold the day's lock shared and this verb alone, so no document or declaration
 * of the day is on its way while it is counted. The figures come from the facts themselves, never from the board's sums.
 * A revision holds every document of the day: those of the revisions before it and those that came
 * since. `documents_hash` is sha256 over the 32-byte chain hashes of all of them, joined without a
 * separator, ascending by (register id as bytes, epoch, sequence); `declared_hash` is described at
 * `readDeclaredOfDay`, `hash` at `closingHash`.
 *
 * Refuses `fair_day_not_found`, `fair_day_not_begun`, `nothing_new_to_close` (a second revision
 * needs a new document or declaration, or a changed number of visits; or the revision wished for is
 * there), `fair_sealed` (then only a document that two people accepted makes one),
 * `revision_reason_missing`, `day_is_signed` (it would close itself again). Throws ClosingDefect, and
 * keeps nothing, when
 * the parts of a figure do not sum to its total.
 */
@Injectable()
export class CloseDay {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ReportOrders) private readonly orders: ReportOrders,
  ) {}

  async run(wish: DayToClose): Promise<ClosingDto> {
    const { fairId, day } = wish;
    await this.refuseWrongDay(fairId, day);
    const closing = await inTransaction(this.source, async (em) => {
      await lockExclusive(em, 'day', fairId, day);
      const frozen = await this.freeze(em, wish);
      const sealed = { ...frozen, hash: closingHash(frozen) };
      await keep(em, sealed, wish.accountId);
      return sealed;
    });
    this.orders.place({ fairId, day, revision: closing.revision });
    return describeClosing(closing, 'with booth money');
  }

  private async refuseWrongDay(fairId: string, day: string): Promise<void> {
    if (!isFairDay(day)) throw fairDayNotFound();
    const fair = await this.source.getRepository(Fair).findOneBy({ id: fairId });
    const known = await isListedDay(this.source.manager, { fairId, day });
    if (fair === null || !known) throw fairDayNotFound();
    if (day > fairMoment(this.clock.now(), fair.timeZone, fair.dayCutMinutes).day) {
      throw fairDayNotBegun(day);
    }
  }

  private async freeze(em: EntityManager, wish: DayToClose): Promise<UnsealedClosing> {
    const { fairId, day } = wish;
    const previous = await em
      .getRepository(Closing)
      .findOne({ where: { fairId, day }, order: { revision: 'DESC' } });
    const revision = (previous?.revision ?? 0) + 1;
    if (previous && revision !== (wish.becomes ?? revision)) {
      throw nothingNewToClose(previous.revision);
    }
    const documents = await readDocumentsOfDay(em, { fairId, day });
    const declared = await readDeclaredOfDay(em, { fairId, day });
    const gates = await readGates(em, { fairId, day });
    const waitingCount = documents.waitingCount + declared.waitingCount;
    const { state } = await em.getRepository(Fair).findOneByOrFail({ id: fairId });
    if (state === 'sealed' && waitingCount === 0) throw sealedAlready();
    if (previous && waitingCount === 0 && sameVisits(gates, previous)) {
      throw nothingNewToClose(previous.revision);
    }
    if (previous && !wish.reason?.trim()) throw revisionReasonMissing();
    if (wish.accountId === null && (await em.existsBy(ClosingSignature, { fairId, day }))) {
      throw dayIsSigned();
    }
    const facts = await readDayFacts(em, { fairId, day });
    const url = publicUrl();
    const figures = figuresOf({
      ...facts,
      /* Frozen, or the same revision would print another code once the house has moved. */
      fair: { ...facts.fair, ...(url !== undefined && { url }) },
      gates,
      calibration: await readCalibration(em, { fairId, day }),
      closedByName: await nameOf(em, wish.accountId),
      since: previous && {
        revision: previous.revision,
        entries: previous.entries,
        booths: await readWaitingByBooth(em, { fairId, day }),
        declared: await readWaitingDeclared(em, { fairId, day }),
      },
    });
    if (
      figures.totals.measuredVnd !== documents.totalVnd ||
      figures.totals.declaredVnd !== declared.vnd ||
      (previous?.declaredVnd ?? 0) + (figures.difference?.declaredVnd ?? declared.vnd) !==
        declared.vnd ||
      figures.totals.documentCount !== documents.count ||
      (previous?.totalVnd ?? 0) + (figures.difference?.totalVnd ?? documents.totalVnd) !==
        documents.totalVnd
    ) {
      throw new ClosingDefect(`the figures of ${day} do not sum to its documents`);
    }
    return {
      fairId,
      day,
      revision,
      closedAt: this.clock.now(),
      reason: wish.reason?.trim() || REASON_FIRST,
      isComplete: isComplete(figures),
      documentCount: documents.count,
      totalVnd: documents.totalVnd,
      entries: figures.visits.entries,
      documentsHash: documents.hash,
      declaredCount: declared.count,
      declaredVnd: declared.vnd,
      declaredHash: declared.hash,
      heads: await readHeads(em, fairId),
      figures,
    };
  }
}

async function nameOf(em: EntityManager, accountId: string | null): Promise<string | null> {
  if (accountId === null) return null;
  return (await em.getRepository(Account).findOneByOrFail({ id: accountId })).name;
}

function sameVisits(gates: DayFacts['gates'], { figures }: Closing): boolean {
  const before = new Map(figures.visits.gates.map((gate) => [gate.gateId, gate]));
  return gates.every((gate) => {
    const then = before.get(gate.gateId);
    return gate.entries === (then?.entries ?? 0) && gate.exits === (then?.exits ?? 0);
  });
}

async function keep(
  em: EntityManager,
  closing: SealedClosing,
  accountId: string | null,
): Promise<void> {
  const { fairId, day, revision, heads, documentsHash, declaredHash, hash, ...columns } = closing;
  await em.getRepository(Closing).insert({
    ...columns,
    fairId,
    day,
    revision,
    closedBy: accountId,
    documentsHash: Buffer.from(documentsHash, 'hex'),
    declaredHash: declaredHash === null ? null : Buffer.from(declaredHash, 'hex'),
    hash: Buffer.from(hash, 'hex'),
    figures: columns.figures as object,
  });
  if (heads.length > 0) {
    await em.getRepository(ClosingHead).insert(
      heads.map((head) => ({
        ...head,
        fairId,
        day,
        revision,
        hash: Buffer.from(head.hash, 'hex'),
      })),
    );
  }
  await em.query(
    `INSERT INTO closing_document (fair_id, document_id, day, revision)
     SELECT d.fair_id, d.id, d.fair_day, $3
       FROM document d
      WHERE d.fair_id = $1 AND d.fair_day = $2
        AND NOT EXISTS (SELECT 1 FROM closing_document c
          WHERE c.fair_id = d.fair_id AND c.document_id = d.id)`,
    [fairId, day, revision],
  );
  const [frozen] = await em.query<[{ count: number }]>(
    `SELECT count(*) AS count FROM closing_document WHERE fair_id = $1 AND day = $2`,
    [fairId, day],
  );
  if (frozen.count !== closing.documentCount) {
    throw new ClosingDefect(
      `${day} counts ${closing.documentCount} documents and froze ${frozen.count}`,
    );
  }
  await em.query(
    `INSERT INTO closing_declared (fair_id, declared_id, day, revision)
     SELECT s.fair_id, s.id, s.fair_day, $3
       FROM declared_sale s
      WHERE s.fair_id = $1 AND s.fair_day = $2
        AND NOT EXISTS (SELECT 1 FROM closing_declared c
          WHERE c.fair_id = s.fair_id AND c.declared_id = s.id)`,
    [fairId, day, revision],
  );
  const [said] = await em.query<[{ count: number }]>(
    `SELECT count(*) AS count FROM closing_declared WHERE fair_id = $1 AND day = $2`,
    [fairId, day],
  );
  if (said.count !== closing.declaredCount) {
    throw new ClosingDefect(
      `${day} counts ${closing.declaredCount} declarations and froze ${said.count}`,
    );
  }
  await recordAudit(em, {
    fairId,
    accountId,
    action: 'day_closed',
    subjectId: `${day} r${revision}`,
    detail: {
      documentCount: closing.documentCount,
      totalVnd: closing.totalVnd,
      declaredVnd: closing.declaredVnd,
      hash,
    },
  });
}
