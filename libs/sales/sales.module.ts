import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DocumentGatherer } from './document/document-gatherer';
import { EpochKeys } from './document/epoch-keys';
import { ReceiveDocuments } from './document/receive-documents';
import { EnrolRegister } from './register/enrol-register';
import { IssueEnrolmentCode } from './register/issue-enrolment-code';
import { IssueRegisters } from './register/issue-registers';
import { ListRegisters } from './register/list-registers';
import { salesEntities } from './sales.entities';

@Module({
  imports: [TypeOrmModule.forFeature(salesEntities)],
  providers: [
    DocumentGatherer,
    EnrolRegister,
    EpochKeys,
    IssueEnrolmentCode,
    IssueRegisters,
    ListRegisters,
    ReceiveDocuments,
  ],
  exports: [EnrolRegister, IssueEnrolmentCode, IssueRegisters, ListRegisters, ReceiveDocuments],
})
export class SalesModule {}
