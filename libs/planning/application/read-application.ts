import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { ApplicationDto } from './application.dto';
import { applicationNotFound } from './application.refusals';
import { describeApplication } from './describe-application';

/** One application as it was sent. Refuses `application_not_found`, also of one that was not sent yet. */
@Injectable()
export class ReadApplication {
  constructor(private readonly source: DataSource) {}

  run(fairId: string, applicationId: string): Promise<ApplicationDto> {
    return isId(fairId) && isId(applicationId)
      ? describeApplication(this.source.manager, fairId, applicationId)
      : Promise.reject(applicationNotFound());
  }
}
