import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../session/caller.dto';
import { Account } from './account.entity';
import { nameMissing } from './reset.refusals';

/** Changes the name one is greeted and listed by. Refuses `name_missing`. */
@Injectable()
export class RenameAccount {
  constructor(private readonly source: DataSource) {}

  async run({ accountId }: Caller, typed: string): Promise<void> {
    const name = typed.trim();
    if (name === '') throw nameMissing();
    await this.source.getRepository(Account).update({ id: accountId }, { name });
  }
}
