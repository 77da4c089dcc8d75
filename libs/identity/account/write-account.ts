import { newId } from '@phien/kernel';
import { brokenConstraint } from '@phien/store';
import type { EntityManager } from 'typeorm';
import { Account } from './account.entity';
import { loginMissing, loginTaken, passwordLengthWrong } from './account.refusals';
import { foldLogin, isPasswordLongEnough } from './account.rules';
import { hashPassword } from './password';

export interface NewAccount {
  login: string;
  name: string;
  password: string;
  isDemo: boolean;
  mayOpenFairs: boolean;
}

/** A wish for an account that was looked at; its password is hashed already. */
export interface AccountDraft {
  login: string;
  name: string;
  passwordHash: string;
  isDemo: boolean;
  mayOpenFairs: boolean;
}

/** Before the transaction: hashing takes long. Refuses `login_missing`, `password_length_wrong`. */
export async function draftAccount(wanted: NewAccount): Promise<AccountDraft> {
  const login = foldLogin(wanted.login);
  if (login === '') throw loginMissing();
  const { isDemo, mayOpenFairs } = wanted;
  const passwordHash = await newPasswordHash(wanted.password);
  return { login, name: wanted.name.trim() || login, passwordHash, isDemo, mayOpenFairs };
}

/** The hash of a password that may be set. Refuses `password_length_wrong`. */
export async function newPasswordHash(password: string): Promise<string> {
  if (!isPasswordLongEnough(password)) throw passwordLengthWrong();
  return hashPassword(password);
}

/** Writes an account in the caller's transaction and answers its id. Refuses `login_taken`. */
export async function writeAccount(em: EntityManager, draft: AccountDraft): Promise<string> {
  const id = newId();
  try {
    await em.insert(Account, { id, ...draft, createdAt: new Date() });
  } catch (error) {
    if (brokenConstraint(error) === 'account_login_key') throw loginTaken(draft.login);
    throw error;
  }
  return id;
}
