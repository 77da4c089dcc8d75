import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { draftAccount, writeAccount, type NewAccount } from './write-account';

/** Opens an account and answers its id. Refuses `login_missing`, `password_length_wrong`, `login_taken`. */
@Injectable()
export class CreateAccount {
  constructor(private readonly source: DataSource) {}

  async run(wanted: NewAccount): Promise<string> {
    return writeAccount(this.source.manager, await draftAccount(wanted));
  }
}
