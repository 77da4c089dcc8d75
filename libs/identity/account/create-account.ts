import { Injectable } from '@nestjs/common';
import { newId } from '@phien/kernel';
import { brokenConstraint } from '@phien/store';
import { DataSource } from 'typeorm';
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

/** Opens an account and answers its id. Refuses `login_missing`, `password_length_wrong`, `login_taken`. */
@Injectable()
export class CreateAccount {
  constructor(private readonly source: DataSource) {}

  async run(wanted: NewAccount): Promise<string> {
    const login = foldLogin(wanted.login);
    if (login === '') throw loginMissing();
    if (!isPasswordLongEnough(wanted.password)) throw passwordLengthWrong();

    const id = newId();
    const passwordHash = await hashPassword(wanted.password);
    try {
      await this.source.getRepository(Account).insert({
        id,
        login,
        name: wanted.name.trim() || login,
        passwordHash,
        isDemo: wanted.isDemo,
        mayOpenFairs: wanted.mayOpenFairs,
        createdAt: new Date(),
      });
    } catch (error) {
      if (brokenConstraint(error) === 'account_login_key') throw loginTaken(login);
      throw error;
    }
    return id;
  }
}
