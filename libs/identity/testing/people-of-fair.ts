import type { DataSource } from 'typeorm';
import { GrantRole } from '../role/grant-role';
import type { Role } from '../role/role';
import type { Caller } from '../session/caller.dto';
import { Sessions } from '../session/sessions';
import { SignIn } from '../session/sign-in';
import { makeAccount, PASSWORD } from './identity-database';

/** What an attempt came to: `done`, or the code of its refusal. */
export const codeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'done',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

/** An account with roles, signed in: as the guard would hand it to a verb, and its session. */
export async function makePerson(
  source: DataSource,
  ...grants: { fairId: string; role: Role; exhibitorId?: string }[]
): Promise<{ caller: Caller; token: string; login: string }> {
  const { id: accountId, login } = await makeAccount(source);
  for (const grant of grants) {
    await new GrantRole().run(source.manager, { ...grant, accountId });
  }
  const signIn = new SignIn(source, new Sessions(source));
  return { ...(await signIn.run({ login, password: PASSWORD, userAgent: 'a phone' })), login };
}
