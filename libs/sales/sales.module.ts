import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AddCashier } from './cashier/add-cashier';
import { ChangeCashier } from './cashier/change-cashier';
import { ListCashiers } from './cashier/list-cashiers';
import { RemoveCashier } from './cashier/remove-cashier';
import { HandOutCatalogue } from './catalogue/hand-out-catalogue';
import { DeclareAtTill, ReadAtTill } from './declared/declare-at-till';
import { DeclareByLink, ReadByLink } from './declared/declare-by-link';
import { DeclareForBooth } from './declared/declare-for-booth';
import { DeclareSales } from './declared/declare-sales';
import { FindDeclareLink } from './declared/find-declare-link';
import { IssueDeclareLink } from './declared/issue-declare-link';
import { ListBoothsToDeclare } from './declared/list-booths-to-declare';
import { ListDeclareLinks } from './declared/list-declare-links';
import { ReadDeclarePlace } from './declared/read-declare-place';
import { WithdrawDeclareLink } from './declared/withdraw-declare-link';
import { AcceptSetAside } from './document/accept-set-aside';
import { BatchWriter } from './document/batch-writer';
import { DocumentGatherer } from './document/document-gatherer';
import { EpochKeys } from './document/epoch-keys';
import { ListSetAside } from './document/list-set-aside';
import { ProposeSetAside } from './document/propose-set-aside';
import { ReceiveDocuments } from './document/receive-documents';
import { RefuseSetAside } from './document/refuse-set-aside';
import { ReadReceipt } from './receipt/read-receipt';
import { ContinueEpoch } from './register/continue-epoch';
import { EnrolRegister } from './register/enrol-register';
import { IssueEnrolmentCode } from './register/issue-enrolment-code';
import { IssueRegisters } from './register/issue-registers';
import { ListRegisters } from './register/list-registers';
import { RenameRegister } from './register/rename-register';
import { RevokeEpoch } from './register/revoke-epoch';
import { salesEntities } from './sales.entities';
import { ReadSilence } from './status/read-silence';
import { ReadTills } from './status/read-tills';
import { ReceiveStatus } from './status/receive-status';

const verbs = [
  AcceptSetAside,
  AddCashier,
  ChangeCashier,
  ContinueEpoch,
  DeclareAtTill,
  DeclareByLink,
  DeclareForBooth,
  DeclareSales,
  EnrolRegister,
  FindDeclareLink,
  HandOutCatalogue,
  IssueDeclareLink,
  IssueEnrolmentCode,
  IssueRegisters,
  ListBoothsToDeclare,
  ListCashiers,
  ListDeclareLinks,
  ListRegisters,
  ReadAtTill,
  ReadByLink,
  ReadDeclarePlace,
  ListSetAside,
  ProposeSetAside,
  ReadReceipt,
  ReadSilence,
  ReadTills,
  ReceiveDocuments,
  ReceiveStatus,
  RefuseSetAside,
  RemoveCashier,
  RenameRegister,
  RevokeEpoch,
  WithdrawDeclareLink,
];

@Module({
  imports: [TypeOrmModule.forFeature(salesEntities)],
  providers: [BatchWriter, DocumentGatherer, EpochKeys, ...verbs],
  exports: verbs,
})
export class SalesModule {}
