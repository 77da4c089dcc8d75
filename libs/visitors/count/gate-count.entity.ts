import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Gate } from '../gate/gate.entity';
import { GateSensor } from '../sensor/gate-sensor.entity';

/**
 * What one counting device at one gate had counted when it last spoke: cumulative since its epoch
 * began, so a lost or repeated message costs nothing. `entriesAdded` and `exitsAdded` are what the
 * message added to the fair's visits, and to which day; they always sum to the counter with the
 * highest sequence. Append-only by a trigger.
 */
@Entity('gate_count')
@Unique(['fairId', 'id'])
@ForeignKey(() => Gate, ['fairId', 'gateId'], ['fairId', 'id'])
@ForeignKey(() => GateSensor, ['fairId', 'sensorId', 'gateId'], ['fairId', 'id', 'gateId'], {
  name: 'gate_count_at_its_gate',
})
@Index('gate_count_day_idx', [
  'fairId',
  'fairDay',
  'gateId',
  'entriesAdded',
  'exitsAdded',
  'sensorId',
  'fairMinute',
])
@Check('gate_count_positive', 'epoch >= 1 AND sequence >= 1')
@Check(
  'gate_count_undone_fits',
  'undone_entries BETWEEN 0 AND entries AND undone_exits BETWEEN 0 AND exits',
)
@Check('gate_count_by_one', '(counted_by IS NULL) <> (sensor_id IS NULL)')
@Check('gate_count_sensor_is_device', 'sensor_id = device_id')
export class GateCount {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  gateId: string;

  @PrimaryColumn('uuid')
  deviceId: string;

  @PrimaryColumn('integer')
  epoch: number;

  @PrimaryColumn('bigint')
  sequence: number;

  @Column('uuid')
  id: string;

  @Column('bigint')
  entries: number;

  @Column('bigint')
  exits: number;

  @Column('bigint')
  undoneEntries: number;

  @Column('bigint')
  undoneExits: number;

  @Column('bigint')
  entriesAdded: number;

  @Column('bigint')
  exitsAdded: number;

  @ForeignKey(() => Account)
  /** Null when a sensor counted. */
  @Column('uuid', { nullable: true })
  countedBy: string | null;

  /** The device itself, when it is a people counter. */
  @Column('uuid', { nullable: true })
  sensorId: string | null;

  @Column('timestamptz')
  countedAt: Date;

  @Column('timestamptz')
  receivedAt: Date;

  @Column('date')
  fairDay: string;

  @Column('smallint')
  fairMinute: number;
}
