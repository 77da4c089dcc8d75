import type { Caller } from '@phien/identity';
import { Injectable } from '@nestjs/common';
import { isFairDay } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { boothsOfCaller, seesBoothMoney } from './booths-of-caller';
import type { DeclaredSaleDto, DeclareForBoothDto } from './declared.dto';
import { boothNotYours, dayNotOfFair } from './declared.refusals';
import { DeclareSales } from './declare-sales';
import { boundsOfDay, readDeclaringFair } from './read-declared';

/**
 * Somebody declares for a booth that they look after. Refuses `booth_not_found` for any other booth,
 * there or not, and as `DeclareSales` does.
 */
@Injectable()
export class DeclareForBooth {
  constructor(
    private readonly source: DataSource,
    private readonly declareSales: DeclareSales,
  ) {}

  async run(caller: Caller, fairId: string, asked: DeclareForBoothDto): Promise<DeclaredSaleDto> {
    const { boothId, exhibitorId, ...said } = asked;
    const em = this.source.manager;
    const fair = await readDeclaringFair(em, fairId);
    if (!fair) throw boothNotYours();
    if (!isFairDay(said.day)) throw dayNotOfFair(said.day);
    const cared = await boothsOfCaller(em, caller, fairId, boundsOfDay(fair, said.day));
    const booth = cared.find(
      (each) => each.boothId === boothId && each.exhibitorId === exhibitorId,
    );
    if (!booth) throw boothNotYours();
    const { accountId } = caller;
    const seesAll = seesBoothMoney(booth.source, fair.boothMoneyVisibleTo);
    return this.declareSales.run(
      { fairId, boothId, exhibitorId },
      {
        source: booth.source,
        by: { accountId },
        maySee: (declared) => seesAll || declared?.accountId === accountId,
      },
      said,
    );
  }
}
