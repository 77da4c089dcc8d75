import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Document } from './document.entity';

/** One line, with the class, star and VAT rate of its moment. Inserted before its document. */
@Entity('document_line')
@ForeignKey(() => Document, ['fairId', 'documentId'], ['fairId', 'id'], {
  deferrable: 'INITIALLY DEFERRED',
})
@Check('document_line_quantity', 'quantity_milli <> 0')
@Check('document_line_price', 'unit_vnd >= 0')
@Check('document_line_star', 'star BETWEEN 3 AND 5')
@Check('document_line_vat', '(vat_rate_percent IS NULL) = (vat_vnd IS NULL)')
export class DocumentLine {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  documentId: string;

  @PrimaryColumn('smallint')
  lineNo: number;

  @Column('uuid', { nullable: true })
  productId: string | null;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  classCode: string | null;

  @Column('smallint', { nullable: true })
  star: number | null;

  @Column('bigint')
  quantityMilli: number;

  @Column('text')
  unit: string;

  @Column('bigint')
  unitVnd: number;

  @Column('bigint')
  discountVnd: number;

  @Column('bigint')
  amountVnd: number;

  @Column('smallint', { nullable: true })
  vatRatePercent: number | null;

  @Column('bigint', { nullable: true })
  vatVnd: number | null;
}
