import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';
import type { Role } from '../home/role-doors.rules';

export type Person = components['schemas']['PersonDto'];
export type Invitation = components['schemas']['InvitationDto'];
export type NewInvitation = components['schemas']['NewInvitationDto'];
export type Exhibitor = components['schemas']['ExhibitorDto'];
export type Delegation = components['schemas']['DelegationDto'];
export type NewExhibitor = components['schemas']['AddExhibitorDto'];
export type ExhibitorChange = components['schemas']['ChangeExhibitorDto'];
export type OwnSession = components['schemas']['OwnSessionDto'];
type WithToken = components['schemas']['SetUpDto'];

const at = (fairId: string) => ({ params: { path: { fairId } } });

export const setUp = (body: WithToken) => answered(client.POST('/api/setup', { body }));

export const readInvited = async (token: string) =>
  present(await answered(client.POST('/api/invitations/reading', { body: { token } })));

export const acceptInvitation = (token: string) =>
  answered(client.POST('/api/invitations/acceptance', { body: { token } }));

export const acceptAsNewPerson = (body: WithToken) =>
  answered(client.POST('/api/invitations/accounts', { body }));

export const readResetting = async (token: string) =>
  present(await answered(client.POST('/api/password-resets/reading', { body: { token } })));

export const resetPassword = (body: { token: string; password: string }) =>
  answered(client.POST('/api/password-resets', { body }));

export const renameAccount = (name: string) =>
  answered(client.PATCH('/api/account', { body: { name } }));

export const changePassword = (body: { oldPassword: string; newPassword: string }) =>
  answered(client.POST('/api/account/password', { body }));

export const readSessions = async () =>
  present(await answered(client.GET('/api/account/sessions')));

export const endSession = (sessionId: string) =>
  answered(client.DELETE('/api/account/sessions/{sessionId}', { params: { path: { sessionId } } }));

export const endOtherSessions = () => answered(client.DELETE('/api/account/sessions'));

export const readPeople = async (fairId: string) =>
  present(await answered(client.GET('/api/fairs/{fairId}/people', at(fairId))));

const person = (fairId: string, accountId: string) => ({
  params: { path: { fairId, accountId } },
});

export const giveRole = (
  fairId: string,
  accountId: string,
  body: components['schemas']['GiveRoleDto'],
) =>
  answered(
    client.POST('/api/fairs/{fairId}/people/{accountId}/roles', {
      ...person(fairId, accountId),
      body,
    }),
  );

export const withdrawRole = (fairId: string, accountId: string, role: Role) =>
  answered(
    client.DELETE('/api/fairs/{fairId}/people/{accountId}/roles/{role}', {
      params: { path: { fairId, accountId, role } },
    }),
  );

export const closeAccount = (fairId: string, accountId: string) =>
  answered(
    client.POST('/api/fairs/{fairId}/people/{accountId}/closing', person(fairId, accountId)),
  );

export const reopenAccount = (fairId: string, accountId: string) =>
  answered(
    client.DELETE('/api/fairs/{fairId}/people/{accountId}/closing', person(fairId, accountId)),
  );

export const issueResetLink = async (fairId: string, accountId: string) =>
  present(
    await answered(
      client.POST('/api/fairs/{fairId}/people/{accountId}/reset-links', person(fairId, accountId)),
    ),
  );

export const resetSecondFactor = (fairId: string, accountId: string) =>
  answered(
    client.DELETE(
      '/api/fairs/{fairId}/people/{accountId}/second-factor',
      person(fairId, accountId),
    ),
  );

export const readInvitations = async (fairId: string) =>
  present(await answered(client.GET('/api/fairs/{fairId}/invitations', at(fairId))));

export const invite = async (fairId: string, body: components['schemas']['InviteDto']) =>
  present(await answered(client.POST('/api/fairs/{fairId}/invitations', { ...at(fairId), body })));

export const withdrawInvitation = (fairId: string, invitationId: string) =>
  answered(
    client.DELETE('/api/fairs/{fairId}/invitations/{invitationId}', {
      params: { path: { fairId, invitationId } },
    }),
  );

export const readExhibitors = async (fairId: string) =>
  present(await answered(client.GET('/api/fairs/{fairId}/exhibitors', at(fairId))));

export const addExhibitor = async (fairId: string, body: NewExhibitor) =>
  present(await answered(client.POST('/api/fairs/{fairId}/exhibitors', { ...at(fairId), body })));

export const changeExhibitor = async (fairId: string, exhibitorId: string, body: ExhibitorChange) =>
  present(
    await answered(
      client.PUT('/api/fairs/{fairId}/exhibitors/{exhibitorId}', {
        params: { path: { fairId, exhibitorId } },
        body,
      }),
    ),
  );

export const readDelegations = async (fairId: string) =>
  present(await answered(client.GET('/api/fairs/{fairId}/delegations', at(fairId))));

export const readZones = async (fairId: string) =>
  present(await answered(client.GET('/api/fairs/{fairId}/zones', at(fairId))));

export const readBooths = async (fairId: string) =>
  present(await answered(client.GET('/api/fairs/{fairId}/booths', at(fairId))));

export const readPlaceChoices = async (fairId: string) =>
  present(await answered(client.GET('/api/fairs/{fairId}/place-choices', at(fairId))));

/** Who owes fees for booths, by exhibitor. */
export async function readFeeDebts(fairId: string) {
  const { standings } = present(
    await answered(client.GET('/api/fairs/{fairId}/fees/standings', at(fairId))),
  );
  return new Map(
    standings.flatMap((one) =>
      one.exhibitorId !== null && one.owedVnd > 0 ? [[one.exhibitorId, one] as const] : [],
    ),
  );
}

export type FeeDebt = NonNullable<ReturnType<Awaited<ReturnType<typeof readFeeDebts>>['get']>>;
