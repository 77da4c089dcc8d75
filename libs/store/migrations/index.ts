import { Outbox1760000000100 } from './0100-outbox';
import { Places1760000000150 } from './0150-places';
import { Identity1760000000200 } from './0200-identity';
import { Planning1760000000300 } from './0300-planning';
import { ProductClasses1760000000310 } from './0310-product-classes';
import { Sales1760000000400 } from './0400-sales';
import { Visitors1760000000500 } from './0500-visitors';
import { Dashboard1760000000600 } from './0600-dashboard';
import { Reports1760000000700 } from './0700-reports';
import { People1760000000800 } from './0800-people';
import { Counter1760000000810 } from './0810-counter';
import { PlanVersion1760000000820 } from './0820-plan-version';
import { FairCapacity1760000000840 } from './0840-fair-capacity';
import { ReportFiles1760000000860 } from './0860-report-files';
import { DocumentDay1760000000870 } from './0870-document-day';
import { PhoneEpochs1760000000875 } from './0875-phone-epochs';
import { RegisterStatus1760000000880 } from './0880-register-status';
import { DeclaredSales1760000000900 } from './0900-declared-sales';
import { ZoneStaffAndDelegationLeads1760000000901 } from './0901-zone-staff-and-delegation-leads';
import { GateSensors1760000000910 } from './0910-gate-sensors';
import { HandCounts1760000000911 } from './0911-hand-counts';
import { PastFairs1760000000920 } from './0920-past-fairs';
import { PublishedFairs1760000000921 } from './0921-published-fairs';
import { WallLinks1760000000930 } from './0930-wall-links';
import { BoothHours1760000000940 } from './0940-booth-hours';
import { FairPublication1760000000950 } from './0950-fair-publication';
import { Signatures1760000000960 } from './0960-signatures';
import { PressFigures1760000000961 } from './0961-press-figures';
import { ClosingMail1760000000965 } from './0965-closing-mail';
import { FairSeal1760000000970 } from './0970-fair-seal';
import { Papers1760000000980 } from './0980-papers';
import { FinalReport1760000000981 } from './0981-final-report';
import { PapersByHash1760000000985 } from './0985-papers-by-hash';
import { FairArchives1760000000986 } from './0986-fair-archive';
import { FilesVersion1760000000990 } from './0990-files-version';
import { PlanDraft1760000001010 } from './1010-plan-draft';
import { ExhibitorContacts1760000001030 } from './1030-exhibitor-contacts';
import { RosterDrafts1760000001031 } from './1031-roster-drafts';
import { Draws1760000001040 } from './1040-draws';
import { FairKinds1760000001050 } from './1050-fair-kinds';
import { PlanBackdrop1760000001055 } from './1055-plan-backdrop';
import { BoothNotes1760000001056 } from './1056-booth-notes';
import { ExhibitorMerges1760000001060 } from './1060-exhibitor-merges';
import { Dossiers1760000001061 } from './1061-dossiers';
import { DelegationClusters1760000001065 } from './1065-delegation-clusters';
import { DelegationLeads1760000001066 } from './1066-delegation-leads';
import { Applications1760000001070 } from './1070-applications';
import { ApplicationMail1760000001071 } from './1071-application-mail';
import { AllocationStates1760000001080 } from './1080-allocation-states';
import { ExhibitorPoints1760000001081 } from './1081-exhibitor-points';
import { Fees1760000001085 } from './1085-fees';
import { AllocationsOfWholeFairs1760000001095 } from './1095-allocations-of-whole-fairs';
import { Suggestions1760000001100 } from './1100-suggestions';
import { SetAsideWaits1760000001105 } from './1105-set-aside-waits';

/** Every step of the schema, oldest first. A step that has landed is never edited. */
export const migrations = [
  Outbox1760000000100,
  Places1760000000150,
  Identity1760000000200,
  Planning1760000000300,
  ProductClasses1760000000310,
  Sales1760000000400,
  Visitors1760000000500,
  Dashboard1760000000600,
  Reports1760000000700,
  People1760000000800,
  Counter1760000000810,
  FairCapacity1760000000840,
  PlanVersion1760000000820,
  ReportFiles1760000000860,
  DocumentDay1760000000870,
  PhoneEpochs1760000000875,
  RegisterStatus1760000000880,
  DeclaredSales1760000000900,
  ZoneStaffAndDelegationLeads1760000000901,
  GateSensors1760000000910,
  HandCounts1760000000911,
  PastFairs1760000000920,
  PublishedFairs1760000000921,
  WallLinks1760000000930,
  BoothHours1760000000940,
  FairPublication1760000000950,
  Signatures1760000000960,
  PressFigures1760000000961,
  ClosingMail1760000000965,
  FairSeal1760000000970,
  Papers1760000000980,
  FinalReport1760000000981,
  PapersByHash1760000000985,
  FairArchives1760000000986,
  FilesVersion1760000000990,
  PlanDraft1760000001010,
  ExhibitorContacts1760000001030,
  RosterDrafts1760000001031,
  Draws1760000001040,
  FairKinds1760000001050,
  PlanBackdrop1760000001055,
  BoothNotes1760000001056,
  ExhibitorMerges1760000001060,
  Dossiers1760000001061,
  DelegationClusters1760000001065,
  DelegationLeads1760000001066,
  Applications1760000001070,
  ApplicationMail1760000001071,
  AllocationStates1760000001080,
  ExhibitorPoints1760000001081,
  Fees1760000001085,
  AllocationsOfWholeFairs1760000001095,
  Suggestions1760000001100,
  SetAsideWaits1760000001105,
];
