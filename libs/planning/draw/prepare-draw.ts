import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Caller, fairNotFound, recordAudit } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource, In, type EntityManager } from 'typeorm';
import { boothNotFound } from '../allocation/allocation.refusals';
import { readPlacedBooths, readStanding } from '../allocation/read-standing';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { exhibitorNotFound } from '../exhibitor/exhibitor.refusals';
import { Fair } from '../fair/fair.entity';
import { fairIsOver } from '../fair/fair.refusals';
import { FAIR_STATE_RULES } from '../fair/fair-state.rules';
import { readPoints } from '../points/read-points';
import type { DrawDto, PrepareDrawDto } from './draw.dto';
import { Draw } from './draw.entity';
import { drawBoothTaken, drawNeedsTwo, drawTooFewBooths, otherDraw } from './draw.refusals';
import { hashOfText, listText, seedOf } from './draw.rules';
import { readDraws } from './read-draws';

/**
 * Freezes who draws lots for what, with a number that stays sealed until the draw. The same id twice
 * is once. Refuses `fair_not_found`, `fair_is_over`, `exhibitor_not_found`, `draw_needs_two`,
 * `booth_not_found`, `draw_booth_taken`, `draw_too_few_booths`, `other_draw`.
 */
@Injectable()
export class PrepareDraw {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run({ accountId }: Caller, fairId: string, wanted: PrepareDrawDto): Promise<DrawDto> {
    const em = this.source.manager;
    const fair = isId(fairId) ? await em.findOneBy(Fair, { id: fairId }) : null;
    if (!fair) throw fairNotFound();
    const [earlier] = await readDraws(em, fairId, wanted.id);
    if (earlier) {
      if (!isSame(earlier, wanted)) throw otherDraw();
      return earlier;
    }
    if (!FAIR_STATE_RULES[fair.state].changesPlan) throw fairIsOver();
    const named = await readExhibitors(em, fairId, wanted.exhibitorIds);
    const points = asksPoints(wanted) ? await readPoints(em, fairId, wanted.exhibitorIds) : null;
    const exhibitors = named.map(({ id, name }) => ({
      id,
      name,
      points: points && (points.find(({ exhibitorId }) => exhibitorId === id)?.points ?? 0),
    }));
    const boothCodes =
      wanted.kind === 'places' ? await this.readFree(em, fairId, wanted.boothIds) : [];
    if (wanted.kind === 'places' && boothCodes.length < exhibitors.length) {
      throw drawTooFewBooths(exhibitors.length, boothCodes.length);
    }
    const title = seedOf(wanted.title);
    const seal = randomBytes(32).toString('hex');
    const list = listText({
      fairCode: fair.code,
      title,
      kind: wanted.kind,
      sealHash: hashOfText(seal),
      exhibitors,
      boothCodes,
    });
    const row = {
      fairId,
      id: wanted.id,
      title,
      kind: wanted.kind,
      list,
      listHash: hashOfText(list),
    };
    await inTransaction(this.source, async (transaction) => {
      const prepared = await transaction
        .createQueryBuilder()
        .insert()
        .into(Draw)
        .values({ ...row, seal, preparedBy: accountId, preparedAt: this.clock.now() })
        .orIgnore()
        .returning('id')
        .execute();
      if ((prepared.raw as unknown[]).length === 0) return;
      await recordAudit(transaction, {
        fairId,
        accountId,
        action: 'draw_prepared',
        subjectId: wanted.id,
        detail: { title, kind: wanted.kind, listHash: row.listHash },
      });
    });
    const [draw] = await readDraws(em, fairId, wanted.id);
    if (!draw || !isSame(draw, wanted)) throw otherDraw();
    return draw;
  }

  /** The codes of the named booths, which must all be free and for selling. */
  private async readFree(
    em: EntityManager,
    fairId: string,
    ids: readonly string[],
  ): Promise<string[]> {
    const booths = await readPlacedBooths(em, fairId, ids);
    if (booths.length < ids.length) throw boothNotFound();
    const standing = await readStanding(em, fairId, this.clock.now(), {
      boothIds: ids,
      sharerIds: [],
    });
    const taken = new Set(standing.map(({ boothId }) => boothId));
    const wrong = booths.find(({ id, zoneKind }) => taken.has(id) || zoneKind !== 'selling');
    if (wrong) throw drawBoothTaken(wrong.code);
    return booths.map(({ code }) => code);
  }
}

/* Lots for places give everyone one: no place is better than another. */
const asksPoints = ({ kind, byPoints }: PrepareDrawDto) => kind === 'order' && byPoints === true;

const isSame = (draw: DrawDto, wanted: PrepareDrawDto) =>
  draw.title === seedOf(wanted.title) &&
  draw.kind === wanted.kind &&
  draw.byPoints === asksPoints(wanted) &&
  draw.exhibitors.map(({ id }) => id).join() === [...wanted.exhibitorIds].sort().join() &&
  (wanted.kind === 'order' || draw.boothCodes.length === wanted.boothIds.length);

async function readExhibitors(em: EntityManager, fairId: string, ids: readonly string[]) {
  if (ids.length < 2) throw drawNeedsTwo();
  const found = await em.find(Exhibitor, {
    where: { fairId, id: In(ids) },
    order: { id: 'ASC' },
  });
  if (found.length < ids.length) throw exhibitorNotFound();
  return found;
}
