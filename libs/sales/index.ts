export { DeclareLink } from './declared/declare-link.entity';
export {
  DeclaredSale,
  DECLARED_SOURCES,
  type DeclaredSource,
} from './declared/declared-sale.entity';
export { DeclareSales, type Declarer } from './declared/declare-sales';
export { momentOf, type Standing } from './document/booking.rules';
export { ConflictingDocument } from './document/conflicting-document.entity';
export { Document } from './document/document.entity';
export { DocumentGatherer } from './document/document-gatherer';
export { DocumentLine } from './document/document-line.entity';
export { DocumentPayment } from './document/document-payment.entity';
export { Link } from './document/link.entity';
export { readDelivery } from './document/read-delivery';
export { ReceiveDocuments, type Address } from './document/receive-documents';
export { SetAside } from './document/set-aside.entity';
export { whySetAside } from './document/set-aside.words';
export { STILL_WAITS } from './document/waiting-set-aside';
export { AcceptSetAside } from './document/accept-set-aside';
export { ListSetAside } from './document/list-set-aside';
export { ProposeSetAside } from './document/propose-set-aside';
export { RefuseSetAside } from './document/refuse-set-aside';
export { ReadSilence, type Silence } from './status/read-silence';
export { ReadTills } from './status/read-tills';
export { TillBuild } from './status/till-build';
export { TILL_STATES, type TillState } from './status/till-state.rules';
export { SignedHead } from './document/signed-head.entity';
export { EnrolRegister } from './register/enrol-register';
export { EnrolmentCode } from './register/enrolment-code.entity';
export { IssueEnrolmentCode } from './register/issue-enrolment-code';
export { IssueRegisters } from './register/issue-registers';
export { ListRegisters } from './register/list-registers';
export { Register } from './register/register.entity';
export { RegisterEpoch } from './register/register-epoch.entity';
export { salesEntities } from './sales.entities';
export { SalesHttpModule } from './sales.http';
export { SalesModule } from './sales.module';
export { SalesWorkerModule } from './sales.worker';
export { TestTill, type TillPlace } from './testing/test-till';
export { deliveryDoor } from './testing/deliver-to';
export { declaringDoor, type SaidInTest } from './testing/declare-in-test';
