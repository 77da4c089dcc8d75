import { Fair } from '@phien/planning';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** Where visitors come in and go out. Made from the plan's gate, whose id it keeps. */
@Entity('gate')
@Unique(['fairId', 'code'])
export class Gate {
  @ForeignKey(() => Fair)
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  code: string;

  @Column('text')
  nameVi: string;

  @Column('text')
  nameEn: string;

  @Column('integer')
  xCm: number;

  @Column('integer')
  yCm: number;
}
