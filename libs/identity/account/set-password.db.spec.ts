import type { TestDatabase } from '@phien/store';
import { Sessions } from '../session/sessions';
import { SignIn } from '../session/sign-in';
import { makeAccount, openIdentityDatabase, PASSWORD } from '../testing/identity-database';
import { SetPassword } from './set-password';

let database: TestDatabase;

beforeAll(async () => {
  database = await openIdentityDatabase();
});
afterAll(() => database.close());

it('lets the new password in, the old one no more, and ends what was open', async () => {
  const { dataSource } = database;
  const { id, login } = await makeAccount(dataSource);
  const signIn = new SignIn(dataSource, new Sessions(dataSource));
  const tryWith = (password: string) =>
    signIn.run({ login, password, userAgent: '' }).then(
      () => 'signed in',
      (error: { code: string }) => error.code,
    );
  const { token } = await signIn.run({ login, password: PASSWORD, userAgent: '' });
  await new SetPassword(dataSource).run(id, 'mật khẩu mới');

  expect(await new Sessions(dataSource).readToken(token)).toBeNull();
  expect(await tryWith('mật khẩu mới')).toBe('signed in');
  expect(await tryWith(PASSWORD)).not.toBe('signed in');
  await expect(new SetPassword(dataSource).run(id, 'short')).rejects.toMatchObject({
    code: 'password_length_wrong',
  });
});
