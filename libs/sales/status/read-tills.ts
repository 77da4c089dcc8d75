import { Inject, Injectable, Optional } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { STILL_WAITS } from '../document/waiting-set-aside';
import { TillBuild } from './till-build';
import {
  SILENT_AFTER_MINUTES,
  standingOf,
  worstFirst,
  type TillSight,
  type TillStanding,
} from './till-state.rules';
import type { TillDto, TillsDto } from './tills.dto';

interface Row {
  registerId: string;
  registerName: string;
  exhibitorId: string;
  exhibitorName: string;
  boothId: string;
  boothCode: string;
  zoneCode: string;
  epoch: number | null;
  deviceName: string | null;
  enrolledAt: Date | null;
  supersededAt: Date | null;
  revokedAt: Date | null;
  linkedSequence: number | null;
  deliveredAt: Date | null;
  shiftKind: string | null;
  shiftSequence: number;
  shiftAt: Date;
  cashier: string | null;
  clashedAt: Date | null;
  setAsideCount: number;
  saidAt: Date | null;
  sequence: number;
  unsentCount: number;
  clashCount: number;
  shiftOpenedAt: Date | null;
  isCartEmpty: boolean;
  clockOffsetMs: number;
  appBuild: string;
  isStorageKept: boolean | null;
  storageUsedBytes: number | null;
  storageQuotaBytes: number | null;
  isInstalled: boolean;
}

/* A phone that went on in a further epoch settled its clash. One look-up by key for each of a phone's heads, whatever the ledger has grown to. */
const PHONES = `
  WITH waiting AS (
    SELECT l.register_id, l.epoch, count(*) AS n FROM set_aside s
    JOIN link l ON l.fair_id = s.fair_id AND l.document_id = s.document_id
    WHERE s.fair_id = $1 AND ${STILL_WAITS} GROUP BY l.register_id, l.epoch),
  clashed AS (
    SELECT c.register_id, c.epoch, max(c.received_at) AS at FROM conflicting_document c
    JOIN register_epoch o ON o.fair_id = c.fair_id AND o.register_id = c.register_id AND o.epoch = c.epoch
    WHERE c.fair_id = $1 AND NOT EXISTS (SELECT 1 FROM register_epoch n
      WHERE n.fair_id = o.fair_id AND n.register_id = o.register_id AND n.phone_epoch = o.phone_epoch
        AND n.epoch > o.epoch)
    GROUP BY c.register_id, c.epoch)
  SELECT r.id AS "registerId", r.name AS "registerName", r.exhibitor_id AS "exhibitorId",
    x.name AS "exhibitorName", r.booth_id AS "boothId", b.code AS "boothCode", z.code AS "zoneCode",
    e.epoch, e.device_name AS "deviceName", e.enrolled_at AS "enrolledAt",
    e.superseded_at AS "supersededAt", e.revoked_at AS "revokedAt",
    h.sequence AS "linkedSequence", h.received_at AS "deliveredAt",
    d.kind AS "shiftKind", d.sequence AS "shiftSequence", d.corrected_at AS "shiftAt", d.cashier,
    c.at AS "clashedAt", coalesce(w.n, 0) AS "setAsideCount",
    s.received_at AS "saidAt", s.sequence, s.unsent_count AS "unsentCount", s.clash_count AS "clashCount",
    s.shift_opened_at + s.clock_offset_ms * interval '1 millisecond' AS "shiftOpenedAt",
    s.is_cart_empty AS "isCartEmpty", s.clock_offset_ms AS "clockOffsetMs", s.app_build AS "appBuild",
    s.is_storage_kept AS "isStorageKept", s.storage_used_bytes AS "storageUsedBytes",
    s.storage_quota_bytes AS "storageQuotaBytes", s.is_installed AS "isInstalled"
  FROM register r
  JOIN exhibitor x ON x.fair_id = r.fair_id AND x.id = r.exhibitor_id
  JOIN booth b ON b.fair_id = r.fair_id AND b.id = r.booth_id
  JOIN zone z ON z.fair_id = b.fair_id AND z.id = b.zone_id
  LEFT JOIN register_epoch e ON e.fair_id = r.fair_id AND e.register_id = r.id
  LEFT JOIN register_status s ON s.fair_id = e.fair_id AND s.register_id = e.register_id AND s.epoch = e.epoch
  LEFT JOIN waiting w ON w.register_id = e.register_id AND w.epoch = e.epoch
  LEFT JOIN clashed c ON c.register_id = e.register_id AND c.epoch = e.epoch
  LEFT JOIN LATERAL (SELECT l.sequence, l.received_at FROM link l
    WHERE l.fair_id = e.fair_id AND l.register_id = e.register_id AND l.epoch = e.epoch
    ORDER BY l.sequence DESC LIMIT 1) h ON true
  LEFT JOIN LATERAL (SELECT o.kind, o.sequence, o.corrected_at, o.cashier FROM document o
    WHERE o.fair_id = e.fair_id AND o.register_id = e.register_id AND o.epoch = e.epoch
      AND o.kind IN ('shift_open', 'shift_close')
    ORDER BY o.sequence DESC LIMIT 1) d ON true
  WHERE r.fair_id = $1 AND ($2::uuid IS NULL OR r.booth_id = $2)
  ORDER BY length(b.code), b.code, r.id, e.epoch DESC`;

/** How every phone of a fair stands now; the one place that decides it, for all screens alike. */
@Injectable()
export class ReadTills {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Optional() @Inject(TillBuild) private readonly build: TillBuild | null = null,
  ) {}

  async run(fairId: string): Promise<TillsDto> {
    const asOf = this.clock.now();
    return {
      asOf,
      silentAfterMinutes: SILENT_AFTER_MINUTES,
      tills: await this.tills(this.dataSource.manager, fairId, null, asOf),
    };
  }

  /** The phones of one booth alone. */
  atBooth(em: EntityManager, fairId: string, boothId: string): Promise<TillDto[]> {
    return this.tills(em, fairId, boothId, this.clock.now());
  }

  private async tills(
    em: EntityManager,
    fairId: string,
    boothId: string | null,
    now: Date,
  ): Promise<TillDto[]> {
    const { isMoved, speed } = this.clock;
    const watch = { now, isMoved, speed, currentBuild: this.build?.current() ?? null };
    const rows: Row[] = await em.query(PHONES, [fairId, boothId]);
    return rows
      .map((row) => ({ row, standing: standingOf(sightOf(row), watch) }))
      .filter(({ row, standing }) => row.supersededAt === null || holdsSomething(row, standing))
      .sort((a, b) => worstFirst(a.standing, b.standing))
      .map(({ row, standing }) => tillOf(row, standing));
  }
}

const holdsSomething = (row: Row, { unsentCount, clashCount }: TillStanding) =>
  unsentCount > 0 || clashCount > 0 || row.setAsideCount > 0;

function sightOf(row: Row): TillSight {
  return {
    phone:
      row.epoch === null
        ? null
        : { isReplaced: row.supersededAt !== null, revokedAt: row.revokedAt },
    delivered:
      row.linkedSequence === null || row.deliveredAt === null
        ? null
        : { sequence: row.linkedSequence, at: row.deliveredAt },
    shift:
      row.shiftKind === null
        ? null
        : {
            isOpen: row.shiftKind === 'shift_open',
            sequence: row.shiftSequence,
            at: row.shiftAt,
          },
    clashedAt: row.clashedAt,
    said: row.saidAt === null ? null : { ...row, at: row.saidAt },
    setAsideCount: row.setAsideCount,
  };
}

function tillOf(row: Row, standing: TillStanding): TillDto {
  const hasSpoken = row.saidAt !== null;
  return {
    registerId: row.registerId,
    epoch: row.epoch ?? 0,
    registerName: row.registerName,
    exhibitorId: row.exhibitorId,
    exhibitorName: row.exhibitorName,
    boothId: row.boothId,
    boothCode: row.boothCode,
    zoneCode: row.zoneCode,
    deviceName: row.deviceName,
    enrolledAt: row.enrolledAt,
    isReplaced: row.supersededAt !== null,
    revokedAt: row.revokedAt,
    ...standing,
    deliveredAt: row.deliveredAt,
    linkedSequence: row.linkedSequence ?? 0,
    cashier: row.cashier,
    setAsideCount: row.setAsideCount,
    saidAt: row.saidAt,
    issuedSequence: hasSpoken ? row.sequence : null,
    isCartEmpty: hasSpoken ? row.isCartEmpty : null,
    clockOffsetMs: hasSpoken ? row.clockOffsetMs : null,
    appBuild: hasSpoken ? row.appBuild : null,
    isStorageKept: row.isStorageKept,
    storageUsedBytes: row.storageUsedBytes,
    storageQuotaBytes: row.storageQuotaBytes,
    isInstalled: hasSpoken ? row.isInstalled : null,
  };
}
