import { Cashier } from './cashier/cashier.entity';
import { ConflictingDocument } from './document/conflicting-document.entity';
import { DeclareLink } from './declared/declare-link.entity';
import { DeclaredSale } from './declared/declared-sale.entity';
import { Document } from './document/document.entity';
import { DocumentLine } from './document/document-line.entity';
import { DocumentPayment } from './document/document-payment.entity';
import { Link } from './document/link.entity';
import { SetAside } from './document/set-aside.entity';
import { SetAsideDecision } from './document/set-aside-decision.entity';
import { SetAsideProposal } from './document/set-aside-proposal.entity';
import { SignedHead } from './document/signed-head.entity';
import { EnrolmentCode } from './register/enrolment-code.entity';
import { Register } from './register/register.entity';
import { RegisterEpoch } from './register/register-epoch.entity';
import { RegisterStatus } from './status/register-status.entity';

export const salesEntities = [
  Cashier,
  ConflictingDocument,
  DeclareLink,
  DeclaredSale,
  Document,
  DocumentLine,
  DocumentPayment,
  EnrolmentCode,
  Link,
  Register,
  RegisterEpoch,
  RegisterStatus,
  SetAside,
  SetAsideDecision,
  SetAsideProposal,
  SignedHead,
];
