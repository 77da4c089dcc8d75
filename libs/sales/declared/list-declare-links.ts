import type { Caller } from '@phien/identity';
import { Injectable } from '@nestjs/common';
import { exhibitorsKeptBy } from '@phien/planning';
import { DataSource } from 'typeorm';
import type { DeclareLinkDto } from './declared.dto';
import { readDeclareLinks } from './read-declare-links';

/** The links in use, an exhibitor's own alone. */
@Injectable()
export class ListDeclareLinks {
  constructor(private readonly source: DataSource) {}

  run(caller: Caller, fairId: string): Promise<DeclareLinkDto[]> {
    const exhibitorIds = exhibitorsKeptBy(caller, fairId);
    return readDeclareLinks(this.source.manager, fairId, { exhibitorIds });
  }
}
