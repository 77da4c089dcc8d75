import { Injectable } from '@nestjs/common';
import type { Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { Fair } from '../fair/fair.entity';
import { keepDraft } from './keep-draft';
import { readWorld } from './read-world';
import { contentOf } from './roster-content.rules';
import type { RosterPart } from './roster-columns';
import { RosterDraftDto } from './roster.dto';
import type { RosterRow } from './roster-row';
import { rosterFairNotYours, rosterUnread } from './roster.refusals';

/**
 * Shows the exhibitors of another fair that the caller organizes, as a list for this one; nothing is
 * written. Places are read as on this fair's day. Refuses `roster_fair_not_found`, `roster_without_rows`.
 */
@Injectable()
export class CopyRoster {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(caller: Caller, fairId: string, fromFairId: string): Promise<RosterDraftDto> {
    const isOrganizer = caller.grants.some(
      (grant) => grant.fairId === fromFairId && grant.role === 'organizer',
    );
    const { manager } = this.source;
    const from = isOrganizer ? await manager.findOneBy(Fair, { id: fromFairId }) : null;
    if (from === null || fromFairId === fairId) throw rosterFairNotYours();
    const now = this.clock.now();
    const { exhibitors, products } = contentOf(await readWorld(manager, fromFairId, now), 'vi');
    const rows = [
      ...exhibitors.map(({ id: _id, ...cells }, at) => rowOf('exhibitors', cells, at)),
      ...products.map((cells, at) => rowOf('products', cells, at)),
    ];
    if (rows.length === 0) throw rosterUnread({ code: 'roster_without_rows' });
    return keepDraft(this.source, {
      fairId,
      name: from.nameVi,
      sha256: null,
      copiedFrom: fromFairId,
      rows: { rows, unread: [] },
      broughtBy: caller.accountId,
      broughtAt: now,
    });
  }
}

const SHEET = { exhibitors: 'Đơn vị', products: 'Sản phẩm' } as const;

function rowOf(part: RosterPart, cells: Readonly<Record<string, string>>, at: number): RosterRow {
  const written = Object.entries(cells).filter(([, text]) => text !== '');
  /* As in the workbook of that fair, whose first row is the head. */
  return { part, sheet: SHEET[part], row: at + 2, cells: Object.fromEntries(written) };
}
