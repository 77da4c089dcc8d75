import type { Caller } from '@phien/identity';
import { Injectable } from '@nestjs/common';
import { Clock, fairMoment, isFairDay } from '@phien/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { boothsOfCaller, seesBoothMoney } from './booths-of-caller';
import type { BoothsToDeclareDto } from './declared.dto';
import { boothNotYours, dayNotOfFair } from './declared.refusals';
import { DeclaredSale } from './declared-sale.entity';
import { boundsOfDay, readDeclaringFair, shownDeclared } from './read-declared';

/** The booths that a caller looks after on a day, the silent ones first. Refuses `declared_day_not_found`. */
@Injectable()
export class ListBoothsToDeclare {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(caller: Caller, fairId: string, wanted?: string): Promise<BoothsToDeclareDto> {
    const em = this.source.manager;
    const fair = await readDeclaringFair(em, fairId);
    if (!fair) throw boothNotYours();
    const today = fairMoment(this.clock.now(), fair.timeZone, fair.dayCutMinutes).day;
    const days = fair.days.filter((day) => day <= today).reverse();
    const day = wanted ?? days[0] ?? today;
    if (!isFairDay(day) || (wanted !== undefined && !days.includes(day))) throw dayNotOfFair(day);
    const cared = await boothsOfCaller(em, caller, fairId, boundsOfDay(fair, day));
    const declared = await this.declaredOf(em, fairId, day);
    const withDocuments = await boothsWithDocuments(em, fairId, day);
    const booths = cared.map(({ source, ...booth }) => {
      const key = `${booth.boothId} ${booth.exhibitorId}`;
      const sale = declared.get(key) ?? null;
      const maySee =
        seesBoothMoney(source, fair.boothMoneyVisibleTo) || sale?.accountId === caller.accountId;
      const hasDocuments = withDocuments.has(key);
      return {
        ...booth,
        isHeard: hasDocuments || sale !== null,
        hasDocuments,
        declared: sale && shownDeclared(sale, maySee),
        mayRevise: sale !== null && maySee,
      };
    });
    booths.sort(
      (a, b) =>
        Number(a.isHeard) - Number(b.isHeard) ||
        a.boothCode.localeCompare(b.boothCode, 'en', { numeric: true }) ||
        a.exhibitorName.localeCompare(b.exhibitorName, 'vi'),
    );
    return { day, today, timeZone: fair.timeZone, days, booths };
  }

  private async declaredOf(em: EntityManager, fairId: string, fairDay: string) {
    const sales = await em.find(DeclaredSale, {
      where: { fairId, fairDay },
      order: { revision: 'ASC' },
    });
    return new Map(sales.map((sale) => [`${sale.boothId} ${sale.exhibitorId}`, sale]));
  }
}

async function boothsWithDocuments(em: EntityManager, fairId: string, day: string) {
  const rows = await em.query<{ key: string }[]>(
    `SELECT DISTINCT booth_id || ' ' || exhibitor_id AS key
       FROM document WHERE fair_id = $1 AND fair_day = $2`,
    [fairId, day],
  );
  return new Set(rows.map(({ key }) => key));
}
