import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Document } from './document.entity';

/** How a document was paid. Inserted before its document. */
@Entity('document_payment')
@ForeignKey(() => Document, ['fairId', 'documentId'], ['fairId', 'id'], {
  deferrable: 'INITIALLY DEFERRED',
})
@Check('document_payment_method_known', `method IN ('cash', 'vietqr', 'card', 'wallet', 'other')`)
@Check(
  'document_payment_cash_is_tendered_less_change',
  `(tendered_vnd IS NULL) = (method <> 'cash') AND (change_vnd IS NULL) = (method <> 'cash') AND (method <> 'cash' OR amount_vnd = tendered_vnd - change_vnd)`,
)
export class DocumentPayment {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  documentId: string;

  @PrimaryColumn('smallint')
  paymentNo: number;

  @Column('text')
  method: string;

  @Column('bigint')
  amountVnd: number;

  @Column('bigint', { nullable: true })
  tenderedVnd: number | null;

  @Column('bigint', { nullable: true })
  changeVnd: number | null;
}
