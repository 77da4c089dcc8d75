import { Injectable } from '@nestjs/common';
import { recordAudit, type Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { brokenConstraint, inTransaction, lockAll, lockExclusive } from '@phien/store';
import { DataSource, In, type EntityManager } from 'typeorm';
import { PlanBell } from '../allocation/plan-bell';
import { raisePlanVersion } from '../allocation/raise-plan-version';
import { Fair } from '../fair/fair.entity';
import { Booth } from '../plan/booth.entity';
import { PlanFeature } from '../plan/plan-feature.entity';
import type { PlanDocument } from '../plan/plan.rules';
import { Zone } from '../plan/zone.entity';
import { whyNotPublished } from './check-publication';
import { differencesOf } from './plan-changes.rules';
import { PublishedPlanDto } from './plan-draft.dto';
import { boothsKeepHistory, planDraftMoved } from './plan-draft.refusals';
import { PublishedPlan } from './published-plan.entity';
import { readDraft, readPublished, type PublishedNow } from './read-draft';

/**
 * Publishes a draft under its version: keeps the whole plan for ever, and brings zones, booths and
 * features to it in the same transaction. Ids stay, so whoever stands in a booth goes on standing
 * there; what is new is added, and only what nothing hangs from is taken away. Publishing the same
 * version twice is once. Refuses `fair_not_found`, `plan_draft_moved`, and whatever
 * `whyNotPublished` finds.
 */
@Injectable()
export class PublishPlan {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly bell: PlanBell,
  ) {}

  async run(caller: Caller, fairId: string, draftVersion: number): Promise<PublishedPlanDto> {
    try {
      const { told, moved } = await inTransaction(this.source, (em) =>
        this.publish(em, caller, fairId, draftVersion),
      );
      if (moved !== null) this.bell.ring(fairId, moved);
      return told;
    } catch (error) {
      /* Sold in the very moment: the database saw it, and nothing was changed. */
      const isSold = ['booth_keeps_history', 'document_fair_id_booth_id_zone_id_fkey'].includes(
        brokenConstraint(error) ?? '',
      );
      if (isSold) throw boothsKeepHistory([]);
      throw error;
    }
  }

  private async publish(
    em: EntityManager,
    caller: Caller,
    fairId: string,
    draftVersion: number,
  ): Promise<{ told: PublishedPlanDto; moved: number | null }> {
    await lockExclusive(em, 'plan', fairId);
    const earlier = await em.findOneBy(PublishedPlan, { fairId, draftVersion });
    if (earlier) return { told: { ...tell(earlier), publishedBy: caller.name }, moved: null };

    const published = await readPublished(em, fairId);
    const { version, plan } = await readDraft(em, fairId, published);
    if (version !== draftVersion) throw planDraftMoved(version, []);
    const touched = new Set(
      differencesOf(published.plan, plan).flatMap(({ what, id }) =>
        what === 'booth' && id !== null ? [id] : [],
      ),
    );
    /* Nobody gives a booth that is being taken away. */
    await lockAll(
      em,
      [...touched].map((id) => ({ kind: 'booth' as const, parts: [fairId, id], isShared: false })),
    );
    const refused = await whyNotPublished(em, published, plan);
    if (refused) throw refused;

    await bringRowsTo(em, fairId, published.plan, plan);
    const kept = await this.keep(em, caller, published, draftVersion, plan);
    await recordAudit(em, {
      fairId,
      accountId: caller.accountId,
      action: 'plan_published',
      subjectId: fairId,
      detail: {
        version: kept.version,
        changes: differencesOf(published.plan, plan).length,
        booths: plan.booths.length,
      },
    });
    const moved = await raisePlanVersion(em, fairId);
    return { told: { ...tell(kept), publishedBy: caller.name }, moved };
  }

  private async keep(
    em: EntityManager,
    caller: Caller,
    published: PublishedNow,
    draftVersion: number,
    document: PlanDocument,
  ): Promise<PublishedPlan> {
    const fairId = published.fair.id;
    /* A fair that was read from an archive of old has no first version yet. */
    if ((await em.countBy(PublishedPlan, { fairId })) === 0) {
      await em.insert(PublishedPlan, {
        fairId,
        version: 1,
        document: published.plan,
        publishedAt: published.publishedAt,
      });
    }
    const kept = {
      fairId,
      version: published.version + 1,
      follows: published.version,
      draftVersion,
      document,
      publishedBy: caller.accountId,
      publishedAt: this.clock.now(),
    };
    await em.insert(PublishedPlan, kept);
    return kept;
  }
}

const tell = ({
  version,
  publishedAt,
  document,
}: PublishedPlan): Omit<PublishedPlanDto, 'publishedBy'> => ({
  version,
  publishedAt: publishedAt.toISOString(),
  boothCount: document.booths.length,
});

/* Zones before booths that stand in them, and the other way round when they go. */
async function bringRowsTo(
  em: EntityManager,
  fairId: string,
  was: PlanDocument,
  plan: PlanDocument,
): Promise<void> {
  const { hallWidthCm, hallDepthCm } = plan;
  await em.update(Fair, { id: fairId }, { hallWidthCm, hallDepthCm });
  await removeGone(em, PlanFeature, fairId, was.features, plan.features);
  await removeGone(em, Booth, fairId, was.booths, plan.booths);

  await parkCodes(em, 'zone', fairId, was.zones, plan.zones);
  await em.query(
    `INSERT INTO zone (fair_id, id, code, name_vi, name_en, kind, x_cm, y_cm, width_cm, depth_cm)
     SELECT $1, id, code, "nameVi", "nameEn", kind, "xCm", "yCm", "widthCm", "depthCm"
       FROM jsonb_to_recordset($2) AS drawn (id uuid, code text, "nameVi" text, "nameEn" text, kind text,
            "xCm" int, "yCm" int, "widthCm" int, "depthCm" int)
     ON CONFLICT (fair_id, id) DO UPDATE SET code = excluded.code, name_vi = excluded.name_vi,
        name_en = excluded.name_en, kind = excluded.kind, x_cm = excluded.x_cm, y_cm = excluded.y_cm,
        width_cm = excluded.width_cm, depth_cm = excluded.depth_cm`,
    [fairId, JSON.stringify(changedOf(was.zones, plan.zones))],
  );
  await parkCodes(em, 'booth', fairId, was.booths, plan.booths);
  await em.query(
    `INSERT INTO booth (fair_id, id, zone_id, code, kind, faces, note, x_cm, y_cm, width_cm, depth_cm)
     SELECT $1, id, "zoneId", code, kind, faces, note, "xCm", "yCm", "widthCm", "depthCm"
       FROM jsonb_to_recordset($2) AS drawn (id uuid, "zoneId" uuid, code text, kind text, faces text, note text,
            "xCm" int, "yCm" int, "widthCm" int, "depthCm" int)
     ON CONFLICT (fair_id, id) DO UPDATE SET zone_id = excluded.zone_id, code = excluded.code,
        kind = excluded.kind, faces = excluded.faces, note = excluded.note, x_cm = excluded.x_cm, y_cm = excluded.y_cm,
        width_cm = excluded.width_cm, depth_cm = excluded.depth_cm`,
    [fairId, JSON.stringify(changedOf(was.booths, plan.booths))],
  );
  await em.query(
    `INSERT INTO plan_feature (fair_id, id, kind, name_vi, name_en, x_cm, y_cm, width_cm, depth_cm)
     SELECT $1, id, kind, "nameVi", "nameEn", "xCm", "yCm", "widthCm", "depthCm"
       FROM jsonb_to_recordset($2) AS drawn (id uuid, kind text, "nameVi" text, "nameEn" text,
            "xCm" int, "yCm" int, "widthCm" int, "depthCm" int)
     ON CONFLICT (fair_id, id) DO UPDATE SET kind = excluded.kind, name_vi = excluded.name_vi,
        name_en = excluded.name_en, x_cm = excluded.x_cm, y_cm = excluded.y_cm,
        width_cm = excluded.width_cm, depth_cm = excluded.depth_cm`,
    [fairId, JSON.stringify(changedOf(was.features, plan.features))],
  );
  await removeGone(em, Zone, fairId, was.zones, plan.zones);
}

async function removeGone(
  em: EntityManager,
  kind: typeof Zone | typeof Booth | typeof PlanFeature,
  fairId: string,
  was: readonly { id: string }[],
  now: readonly { id: string }[],
): Promise<void> {
  const kept = new Set(now.map(({ id }) => id));
  const gone = was.map(({ id }) => id).filter((id) => !kept.has(id));
  if (gone.length > 0) await em.delete(kind, { fairId, id: In(gone) });
}

/** What is new or other than it was. */
function changedOf<Item extends { id: string }>(
  was: readonly Item[],
  now: readonly Item[],
): Item[] {
  const before = new Map(was.map((item) => [item.id, sorted(item)]));
  return now.filter((item) => before.get(item.id) !== sorted(item));
}

const sorted = (item: object) => JSON.stringify(Object.entries(item).sort());

/* Two codes that change places would meet on the way: those that change wait under their ids. */
async function parkCodes(
  em: EntityManager,
  table: 'zone' | 'booth',
  fairId: string,
  was: readonly { id: string; code: string }[],
  now: readonly { id: string; code: string }[],
): Promise<void> {
  const codes = new Map(now.map(({ id, code }) => [id, code]));
  const changing = was.filter(({ id, code }) => codes.has(id) && codes.get(id) !== code);
  if (changing.length === 0) return;
  await em.query(
    `UPDATE ${table} SET code = id::text WHERE fair_id = $1 AND id = ANY($2::uuid[])`,
    [fairId, changing.map(({ id }) => id)],
  );
}
