import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { DataSource } from 'typeorm';
import { ExhibitorDto } from './exhibitor.dto';
import { exhibitorsSeenBy } from './own-exhibitors.rules';
import { readExhibitors } from './read-exhibitor';

/** The exhibitors of a fair that the caller may see, by name. */
@Injectable()
export class ListExhibitors {
  constructor(private readonly source: DataSource) {}

  run(caller: Caller, fairId: string): Promise<ExhibitorDto[]> {
    return readExhibitors(this.source.manager, fairId, exhibitorsSeenBy(caller, fairId));
  }
}
