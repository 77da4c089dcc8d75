import type { EntityManager } from 'typeorm';
import type { ExhibitorKind } from '../exhibitor/exhibitor.entity';
import { exhibitorNotFound } from '../exhibitor/exhibitor.refusals';
import { fairDays } from '../product/describe-products';
import type { DossierDto, DossierItemDto, DossiersDto } from './dossier.dto';
import { dossierState, isAskedFor } from './dossier.rules';

interface KindRow {
  id: string;
  nameVi: string;
  nameEn: string;
  isForAll: boolean;
  exhibitorKinds: ExhibitorKind[];
  classCodes: string[];
  warnDays: number;
  isRetired: boolean;
}
interface ExhibitorRow {
  id: string;
  name: string;
  kind: ExhibitorKind;
  classCodes: string[];
}
type ItemRow = DossierItemDto & { exhibitorId: string; kindId: string };

/** How it stands with the dossiers of some exhibitors by id, or of all with null. */
export async function readDossiers(
  em: EntityManager,
  fairId: string,
  ids: readonly string[] | null,
  now: Date,
): Promise<DossiersDto> {
  const span = await fairDays(em, fairId, now);
  const allKinds = await em.query<KindRow[]>(
    `SELECT id, name_vi AS "nameVi", name_en AS "nameEn", is_for_all AS "isForAll",
            exhibitor_kinds AS "exhibitorKinds", class_codes AS "classCodes",
            warn_days AS "warnDays", retired_at IS NOT NULL AS "isRetired"
       FROM dossier_kind WHERE fair_id = $1 ORDER BY name_vi, id`,
    [fairId],
  );
  const exhibitors = await em.query<ExhibitorRow[]>(
    `SELECT e.id, e.name, e.kind, coalesce(p.codes, '{}') AS "classCodes"
       FROM exhibitor e
       LEFT JOIN (SELECT exhibitor_id, array_agg(DISTINCT class_code) AS codes FROM product
                   WHERE fair_id = $1 AND withdrawn_at IS NULL AND class_code IS NOT NULL
                   GROUP BY exhibitor_id) p ON p.exhibitor_id = e.id
      WHERE e.fair_id = $1 AND ($2::uuid[] IS NULL OR e.id = ANY($2))
      ORDER BY e.name, e.id`,
    [fairId, ids],
  );
  const items = await em.query<ItemRow[]>(
    `SELECT i.id, i.exhibitor_id AS "exhibitorId", i.kind_id AS "kindId", i.number, i.issuer,
            i.issued_on AS "issuedOn", i.expires_on AS "expiresOn",
            octet_length(f.bytes) AS "fileBytes"
       FROM dossier_item i
       LEFT JOIN dossier_file f ON f.fair_id = i.fair_id AND f.item_id = i.id
      WHERE i.fair_id = $1 AND ($2::uuid[] IS NULL OR i.exhibitor_id = ANY($2))
        AND i.removed_at IS NULL
      ORDER BY i.expires_on DESC NULLS FIRST, i.added_at DESC, i.id`,
    [fairId, ids],
  );
  const shown = new Set(items.map(({ kindId }) => kindId));
  const kinds = allKinds.filter(({ id, isRetired }) => !isRetired || shown.has(id));
  const itemsOf = new Map<string, ItemRow[]>();
  for (const item of items) {
    const key = `${item.exhibitorId} ${item.kindId}`;
    itemsOf.set(key, [...(itemsOf.get(key) ?? []), item]);
  }
  const dossierOf = (exhibitor: ExhibitorRow): DossierDto => ({
    exhibitorId: exhibitor.id,
    exhibitorName: exhibitor.name,
    lines: kinds.map((kind) => {
      const own = itemsOf.get(`${exhibitor.id} ${kind.id}`) ?? [];
      const isAsked = !kind.isRetired && isAskedFor(kind, exhibitor);
      const expiries = own.map(({ expiresOn }) => expiresOn);
      return {
        kindId: kind.id,
        isAsked,
        state: dossierState(expiries, isAsked, span, kind.warnDays),
        items: own.map(({ exhibitorId: _of, kindId: _as, ...item }) => item),
      };
    }),
  });
  return {
    today: span.today,
    kinds: kinds.map(({ isRetired: _, ...kind }) => kind),
    dossiers: exhibitors.map(dossierOf),
  };
}

/** One of them. Refuses `exhibitor_not_found`. */
export async function readDossier(
  em: EntityManager,
  { fairId, exhibitorId }: { fairId: string; exhibitorId: string },
  now: Date,
): Promise<DossierDto> {
  const { dossiers } = await readDossiers(em, fairId, [exhibitorId], now);
  const [dossier] = dossiers;
  if (dossier === undefined) throw exhibitorNotFound();
  return dossier;
}
