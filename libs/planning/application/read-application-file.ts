import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { ApplicationFile } from './application-file.entity';
import { fileNotFound } from './application.refusals';
import { Application } from './application.entity';

/** A file of an application that was sent. Refuses `application_file_not_found`. */
@Injectable()
export class ReadApplicationFile {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string, applicationId: string, id: string): Promise<ApplicationFile> {
    const em = this.source.manager;
    const file = [fairId, applicationId, id].every(isId)
      ? await em.findOneBy(ApplicationFile, { fairId, applicationId, id })
      : null;
    const application = file && (await em.findOneBy(Application, { fairId, id: applicationId }));
    if (!file || !application || application.state === 'draft') throw fileNotFound();
    return file;
  }
}
