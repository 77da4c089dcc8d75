import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OwnApplicationDto } from './application.dto';
import { describeOwn, OwnApplications, type OwnKey } from './own-applications';

/** An application for whoever has its code. */
@Injectable()
export class ReadOwnApplication {
  constructor(
    private readonly source: DataSource,
    private readonly own: OwnApplications,
  ) {}

  async run(key: OwnKey): Promise<OwnApplicationDto> {
    return describeOwn(this.source.manager, await this.own.find(this.source.manager, key));
  }
}
