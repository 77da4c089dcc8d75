import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { readStatus, statusMessage, type TillStatus } from '@phien/till';
import { DataSource } from 'typeorm';
import { registerUnknown, signatureInvalid } from '../document/document.refusals';
import { EpochKeys } from '../document/epoch-keys';
import type { Address } from '../document/receive-documents';
import { STILL_WAITS } from '../document/waiting-set-aside';
import { isSignedBy } from '../register/register-key';
import type { SayStatusDto, StatusAnswerDto } from './status.dto';
import { statusElsewhere, statusUnreadable } from './status.refusals';

/* What is not newer changes nothing, not even when the phone was last heard from. */
const KEEP = `
  INSERT INTO register_status AS kept (fair_id, register_id, epoch, number, said_at, clock_offset_ms, sequence,
    unsent_count, clash_count, shift_opened_at, is_cart_empty, app_build, is_storage_kept, storage_used_bytes,
    storage_quota_bytes, is_installed, received_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
  ON CONFLICT (fair_id, register_id, epoch) DO UPDATE SET
    number = excluded.number, said_at = excluded.said_at, clock_offset_ms = excluded.clock_offset_ms,
    sequence = excluded.sequence, unsent_count = excluded.unsent_count, clash_count = excluded.clash_count,
    shift_opened_at = excluded.shift_opened_at, is_cart_empty = excluded.is_cart_empty,
    app_build = excluded.app_build, is_storage_kept = excluded.is_storage_kept,
    storage_used_bytes = excluded.storage_used_bytes, storage_quota_bytes = excluded.storage_quota_bytes,
    is_installed = excluded.is_installed, received_at = excluded.received_at
    WHERE kept.number < excluded.number`;

const HEARD = `
  SELECT h.number, (SELECT count(*) FROM link l
    JOIN set_aside s ON s.fair_id = l.fair_id AND s.document_id = l.document_id
    WHERE l.fair_id = h.fair_id AND l.register_id = h.register_id AND l.epoch = h.epoch
      AND ${STILL_WAITS}) AS "setAsideCount",
    json_build_object('epoch', h.epoch, 'sequence', coalesce(last.sequence, 0),
      'hash', encode(coalesce(last.hash, e.genesis), 'hex')) AS head,
    f.state = 'sealed' AS "isSealed"
  FROM register_status h
  JOIN fair f ON f.id = h.fair_id
  JOIN register_epoch e
    ON e.fair_id = h.fair_id AND e.register_id = h.register_id AND e.epoch = h.epoch
  LEFT JOIN LATERAL (SELECT l.sequence, l.hash FROM link l
    WHERE l.fair_id = h.fair_id AND l.register_id = h.register_id AND l.epoch = h.epoch
    ORDER BY l.sequence DESC LIMIT 1) last ON true
  WHERE h.fair_id = $1 AND h.register_id = $2 AND h.epoch = $3`;

/**
 * Hears what a phone says of itself, by the epoch's key alone: a superseded or revoked one may still
 * say what it holds. The newest by its own number is kept. Refuses `status_unreadable`,
 * `status_of_other_register`, `register_unknown`, `signature_invalid`.
 */
@Injectable()
export class ReceiveStatus {
  constructor(
    private readonly keys: EpochKeys,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async run({ fairId, registerId }: Address, said: SayStatusDto): Promise<StatusAnswerDto> {
    const reading = readStatus(said.status);
    if (!reading.ok) throw statusUnreadable();
    const { status } = reading;
    if (status.fairId !== fairId || status.registerId !== registerId) throw statusElsewhere();
    const known = await this.keys.find(fairId, registerId, status.epoch);
    if (!known) throw registerUnknown();
    if (!isSignedBy(known.key, statusMessage(said.status), said.signature)) {
      throw signatureInvalid();
    }
    const serverTime = this.clock.now();
    await this.dataSource.query(KEEP, rowOf(status, serverTime));
    const [heard] = await this.dataSource.query<[Omit<StatusAnswerDto, 'serverTime'>]>(HEARD, [
      fairId,
      registerId,
      status.epoch,
    ]);
    return { ...heard, serverTime };
  }
}

function rowOf(status: TillStatus, receivedAt: Date): unknown[] {
  return [
    status.fairId,
    status.registerId,
    status.epoch,
    status.number,
    status.saidAt,
    status.clockOffsetMs,
    status.sequence,
    status.unsentCount,
    status.clashCount,
    status.shiftOpenedAt,
    status.isCartEmpty,
    status.appBuild,
    status.isStorageKept,
    status.storageUsedBytes,
    status.storageQuotaBytes,
    status.isInstalled,
    receivedAt,
  ];
}
