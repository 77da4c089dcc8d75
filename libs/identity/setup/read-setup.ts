import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Account } from '../account/account.entity';
import { SetupStateDto } from './setup.dto';

/** Whether nobody exists yet, so that the sign-in page can say where the first link is. */
@Injectable()
export class ReadSetup {
  constructor(private readonly source: DataSource) {}

  async run(): Promise<SetupStateDto> {
    return { isNeeded: !(await this.source.manager.exists(Account)) };
  }
}
