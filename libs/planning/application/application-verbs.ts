import { AcceptApplication } from './accept-application';
import { AskApplicantBack } from './ask-applicant-back';
import { AttachApplicationFile } from './attach-application-file';
import { ListApplications } from './list-applications';
import { ListWishes } from './list-wishes';
import { OrderWaitingList } from './order-waiting-list';
import { OwnApplications } from './own-applications';
import { PutOnWaitingList } from './put-on-waiting-list';
import { ReadApplication } from './read-application';
import { ReadApplicationFile } from './read-application-file';
import { ReadApplicationForm } from './read-application-form';
import { ReadOwnApplication } from './read-own-application';
import { RefuseApplication } from './refuse-application';
import { RemoveApplicationFile } from './remove-application-file';
import { RenewApplicationCode } from './renew-application-code';
import { SaveApplication } from './save-application';
import { SendApplication } from './send-application';
import { SetApplicationCall } from './set-application-call';
import { StartApplication } from './start-application';
import { WithdrawApplication } from './withdraw-application';

/** Everything that is done with applications, for the module. */
export const applicationVerbs = [
  AcceptApplication,
  AskApplicantBack,
  AttachApplicationFile,
  ListApplications,
  ListWishes,
  OrderWaitingList,
  OwnApplications,
  PutOnWaitingList,
  ReadApplication,
  ReadApplicationFile,
  ReadApplicationForm,
  ReadOwnApplication,
  RefuseApplication,
  RemoveApplicationFile,
  RenewApplicationCode,
  SaveApplication,
  SendApplication,
  SetApplicationCall,
  StartApplication,
  WithdrawApplication,
];
