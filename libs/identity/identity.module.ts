import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChangePassword } from './account/change-password';
import { CreateAccount } from './account/create-account';
import { EndOtherSessions } from './account/end-other-sessions';
import { EndOwnSession } from './account/end-own-session';
import { IssueResetLink } from './account/issue-reset-link';
import { IssueServerResetLink } from './account/issue-server-reset-link';
import { ListOwnSessions } from './account/list-own-sessions';
import { ReadResetting } from './account/read-resetting';
import { RenameAccount } from './account/rename-account';
import { ResetPassword } from './account/reset-password';
import { SetPassword } from './account/set-password';
import { ListAudit } from './audit/list-audit';
import { identityEntities } from './identity.entities';
import { AcceptAsNewPerson } from './invitation/accept-as-new-person';
import { AcceptInvitation } from './invitation/accept-invitation';
import { InvitePerson } from './invitation/invite-person';
import { ListInvitations } from './invitation/list-invitations';
import { ReadInvited } from './invitation/read-invited';
import { WithdrawInvitation } from './invitation/withdraw-invitation';
import { WrongLinks } from './link/wrong-links';
import { CloseAccount } from './people/close-account';
import { GiveRole } from './people/give-role';
import { ListPeople } from './people/list-people';
import { ReopenAccount } from './people/reopen-account';
import { WithdrawRole } from './people/withdraw-role';
import { GrantRole } from './role/grant-role';
import { ConfirmSecondFactor } from './second-factor/confirm-second-factor';
import { OfferSecondFactor } from './second-factor/offer-second-factor';
import { ReadSecondFactor } from './second-factor/read-second-factor';
import { ResetSecondFactor } from './second-factor/reset-second-factor';
import { ResetServerSecondFactor } from './second-factor/reset-server-second-factor';
import { SecondFactorCodes } from './second-factor/second-factor-codes';
import { Sessions } from './session/sessions';
import { SignIn } from './session/sign-in';
import { SignOut } from './session/sign-out';
import { IssueSetupLink } from './setup/issue-setup-link';
import { ReadSetup } from './setup/read-setup';
import { SetUp } from './setup/set-up';

const verbs = [
  AcceptAsNewPerson,
  AcceptInvitation,
  ChangePassword,
  CloseAccount,
  ConfirmSecondFactor,
  CreateAccount,
  EndOtherSessions,
  EndOwnSession,
  GiveRole,
  GrantRole,
  InvitePerson,
  IssueResetLink,
  IssueServerResetLink,
  IssueSetupLink,
  ListAudit,
  ListInvitations,
  ListOwnSessions,
  ListPeople,
  OfferSecondFactor,
  ReadInvited,
  ReadResetting,
  ReadSecondFactor,
  ReadSetup,
  RenameAccount,
  ReopenAccount,
  ResetPassword,
  ResetSecondFactor,
  ResetServerSecondFactor,
  SecondFactorCodes,
  Sessions,
  SetPassword,
  SetUp,
  SignIn,
  SignOut,
  WithdrawInvitation,
  WithdrawRole,
];

/** Accounts, sessions, roles, invitations and the audit log. */
@Module({
  imports: [TypeOrmModule.forFeature(identityEntities)],
  providers: [WrongLinks, ...verbs],
  exports: verbs,
})
export class IdentityModule {}
