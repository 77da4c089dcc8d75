import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AddCashier } from './cashier/add-cashier';
import { ChangeCashier } from './cashier/change-cashier';
import { ListCashiers } from './cashier/list-cashiers';
import { RemoveCashier } from './cashier/remove-cashier';
import { HandOutCatalogue } from './catalogue/hand-out-catalogue';
import { DocumentGatherer } from './document/document-gatherer';
import { EpochKeys } from './document/epoch-keys';
import { ReceiveDocuments } from './document/receive-documents';
import { ReadReceipt } from './receipt/read-receipt';
import { ContinueEpoch } from './register/continue-epoch';
import { EnrolRegister } from './register/enrol-register';
import { IssueEnrolmentCode } from './register/issue-enrolment-code';
import { IssueRegisters } from './register/issue-registers';
import { ListRegisters } from './register/list-registers';
import { RenameRegister } from './register/rename-register';
import { RevokeEpoch } from './register/revoke-epoch';
import { salesEntities } from './sales.entities';

const verbs = [
  AddCashier,
  ChangeCashier,
  ContinueEpoch,
  EnrolRegister,
  HandOutCatalogue,
  IssueEnrolmentCode,
  IssueRegisters,
  ListCashiers,
  ListRegisters,
  ReadReceipt,
  ReceiveDocuments,
  RemoveCashier,
  RenameRegister,
  RevokeEpoch,
];

@Module({
  imports: [TypeOrmModule.forFeature(salesEntities)],
  providers: [DocumentGatherer, EpochKeys, ...verbs],
  exports: verbs,
})
export class SalesModule {}
