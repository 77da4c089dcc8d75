import { Injectable } from '@nestjs/common';
import { fairNotFound, type Role } from '@phien/identity';
import type { BoothMoneyVisibleTo } from '@phien/planning';
import { DataSource } from 'typeorm';
import { boothMoneyVisible } from './board.rules';
import type { BoardViewer } from './read-board';

/** What someone with these roles may see on a fair's board. Refuses `fair_not_found`. */
@Injectable()
export class ReadBoardViewer {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string, roles: readonly Role[]): Promise<BoardViewer> {
    const [fair]: { setting: BoothMoneyVisibleTo }[] = await this.source.query(
      `SELECT booth_money_visible_to AS setting FROM fair WHERE id = $1`,
      [fairId],
    );
    if (!fair) throw fairNotFound();
    return { mayReadBoothMoney: boothMoneyVisible(fair.setting, roles) };
  }
}
