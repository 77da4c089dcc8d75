import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Gate } from '../gate/gate.entity';

/**
 * A people counter at a gate. Its key signs what it counts and lies here as it is, because both sides
 * of an HMAC need it. A revoked sensor adds nothing more; what it counted before stays.
 */
@Entity('gate_sensor')
@Unique('gate_sensor_place', ['fairId', 'id', 'gateId'])
@ForeignKey(() => Gate, ['fairId', 'gateId'], ['fairId', 'id'])
@Check('gate_sensor_key_length', 'octet_length(key) = 32')
@Check('gate_sensor_named', 'length(name) BETWEEN 1 AND 60')
@Check('gate_sensor_revoked_by_one', '(revoked_by IS NULL) = (revoked_at IS NULL)')
export class GateSensor {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  gateId: string;

  @Column('text')
  name: string;

  @Column('bytea')
  key: Buffer;

  @ForeignKey(() => Account)
  @Column('uuid')
  addedBy: string;

  @Column('timestamptz')
  addedAt: Date;

  @ForeignKey(() => Account)
  @Column('uuid', { nullable: true })
  revokedBy: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
