import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { ApplicationFile } from './application-file.entity';
import { isOpenToWrite } from './application-steps.rules';
import { OwnApplicationDto } from './application.dto';
import { applicationStandsElse, fileNotFound } from './application.refusals';
import { describeOwn, OwnApplications, type OwnKey } from './own-applications';

/** Takes a file away from an application that is open to write; twice is once. */
@Injectable()
export class RemoveApplicationFile {
  constructor(
    private readonly source: DataSource,
    private readonly own: OwnApplications,
  ) {}

  run(key: OwnKey, fileId: string): Promise<OwnApplicationDto> {
    return inTransaction(this.source, async (em) => {
      const found = await this.own.hold(em, key);
      const { fairId, id: applicationId, state } = found.application;
      if (!isOpenToWrite(state)) throw applicationStandsElse(state, null);
      if (!isId(fileId)) throw fileNotFound();
      await em.delete(ApplicationFile, { fairId, applicationId, id: fileId });
      return describeOwn(em, found);
    });
  }
}
