import { Injectable } from '@nestjs/common';
import { Clock, fairMoment, isFairDay } from '@phien/kernel';
import { fairIsDraft } from '@phien/planning';
import { announce, brokenConstraint, FactsBell, inTransaction, lockShared } from '@phien/store';
import { DataSource, type EntityManager } from 'typeorm';
import type { DeclarationDto, DeclaredSaleDto } from './declared.dto';
import {
  boothNotGiven,
  boothNotYours,
  dayNotOfFair,
  declarationConflict,
  declaredByBooth,
  declaredDayNotBegun,
  declaredMeanwhile,
  fairSealedForDeclaring,
  tooManyDeclarations,
  unusualAmount,
} from './declared.refusals';
import { saysTheSame, whyUnusual } from './declared.rules';
import { DeclaredSale, type DeclaredSource } from './declared-sale.entity';
import {
  boundsOfDay,
  latestDeclared,
  readDeclaringFair,
  readUsualBase,
  shownDeclared,
  zoneOfGivenBooth,
  type DeclaredPlace,
} from './read-declared';

/** Who declares, proved by the door. */
export interface Declarer {
  source: DeclaredSource;
  /** The account, link or register that says it. */
  by: { accountId?: string; linkId?: string; registerId?: string };
  /** Whether it may see what is declared, and so correct it. */
  maySee: (declared: DeclaredSale | null) => boolean;
  /** A till without network said it earlier. */
  saidAt?: Date;
}

/* A booth corrects itself a few times a day; a link in wrong hands does not fill the ledger. */
const REVISIONS_OF_A_DAY = 30;

/**
 * Takes a declaration once. Refuses, in this order: `declaration_conflict` (its id said something
 * else), `booth_not_given_that_day`, `declared_day_not_found`, `declared_day_not_begun`,
 * `fair_is_draft`, `fair_sealed`, `declared_meanwhile` (with what stands), `declared_by_booth`,
 * `too_many_declarations`, `unusual_amount` (with what is usual) until it is confirmed.
 */
@Injectable()
export class DeclareSales {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly bell: FactsBell,
  ) {}

  async run(
    place: DeclaredPlace,
    declarer: Declarer,
    said: DeclarationDto,
  ): Promise<DeclaredSaleDto> {
    const { fact, isNew } = await this.takeOnce(place, declarer, said);
    if (isNew) this.bell.ring();
    return shownDeclared(fact);
  }

  private async takeOnce(place: DeclaredPlace, declarer: Declarer, said: DeclarationDto) {
    try {
      return await this.take(place, declarer, said);
    } catch (error) {
      const broken = brokenConstraint(error);
      /* Somebody else was faster, or the same tap was sent twice at once: what stands now answers. */
      if (broken !== 'declared_sale_pkey' && broken !== 'declared_sale_no_fork') throw error;
      return this.take(place, declarer, said);
    }
  }

  private take(place: DeclaredPlace, declarer: Declarer, said: DeclarationDto) {
    return inTransaction(this.source, async (em) => {
      const known = () => em.findOneBy(DeclaredSale, { fairId: place.fairId, id: said.id });
      const before = await known();
      if (before !== null) return { fact: sameAs(before, place, said), isNew: false };
      const zoneId = await this.zoneThatDay(em, place, said.day);
      await lockShared(em, 'day', place.fairId, said.day);
      const present = await latestDeclared(em, place, said.day);
      const maySee = declarer.maySee(present);
      if ((present?.id ?? null) !== (said.revises ?? null)) {
        const sameTap = await known();
        if (sameTap !== null) return { fact: sameAs(sameTap, place, said), isNew: false };
        throw declaredMeanwhile(present && shownDeclared(present, maySee));
      }
      if (present !== null && !maySee) throw declaredByBooth();
      if ((present?.revision ?? 0) >= REVISIONS_OF_A_DAY) throw tooManyDeclarations();
      const base = await readUsualBase(em, place, {
        day: said.day,
        zoneId,
        withOwnDays: declarer.maySee(null),
      });
      const unusual = whyUnusual(said.amountVnd, base);
      if (unusual !== null && said.isConfirmed !== true)
        throw unusualAmount(said.amountVnd, unusual);
      const now = this.clock.now();
      const fact = em.create(DeclaredSale, {
        ...place,
        id: said.id,
        zoneId,
        fairDay: said.day,
        revision: (present?.revision ?? 0) + 1,
        previousRevision: present?.revision ?? null,
        revises: present?.id ?? null,
        amountVnd: said.amountVnd,
        salesCount: said.salesCount ?? null,
        source: declarer.source,
        accountId: declarer.by.accountId ?? null,
        linkId: declarer.by.linkId ?? null,
        registerId: declarer.by.registerId ?? null,
        usualVnd: unusual?.usualVnd ?? null,
        isConfirmed: unusual !== null,
        saidAt: declarer.saidAt === undefined || declarer.saidAt > now ? now : declarer.saidAt,
        declaredAt: now,
      });
      await em.insert(DeclaredSale, fact);
      await announce(em, [
        { fairId: place.fairId, reader: 'fold', topic: 'declared_sale', subjectId: fact.id },
      ]);
      return { fact, isNew: true };
    });
  }

  /* Where, then when. */
  private async zoneThatDay(em: EntityManager, place: DeclaredPlace, day: string): Promise<string> {
    const fair = await readDeclaringFair(em, place.fairId);
    if (!fair) throw boothNotYours();
    if (!isFairDay(day) || !fair.days.includes(day)) throw dayNotOfFair(day);
    const zoneId = await zoneOfGivenBooth(em, place, boundsOfDay(fair, day));
    if (zoneId === undefined) throw boothNotGiven(day);
    const today = fairMoment(this.clock.now(), fair.timeZone, fair.dayCutMinutes).day;
    if (day > today) throw declaredDayNotBegun(day);
    if (fair.isDraft) throw fairIsDraft();
    if (fair.isSealed) throw fairSealedForDeclaring();
    return zoneId;
  }
}

function sameAs(known: DeclaredSale, place: DeclaredPlace, said: DeclarationDto): DeclaredSale {
  const again = {
    ...place,
    fairDay: said.day,
    amountVnd: said.amountVnd,
    salesCount: said.salesCount ?? null,
    revises: said.revises ?? null,
  };
  if (!saysTheSame(known, again)) throw declarationConflict();
  return known;
}
