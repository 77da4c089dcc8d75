import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { exhibitorsKeptBy } from '../exhibitor/own-exhibitors.rules';
import type { DossiersDto } from './dossier.dto';
import { readDossiers } from './read-dossiers';

/** The dossiers of a fair that the caller keeps: all for an organizer, its own for an exhibitor. */
@Injectable()
export class ListDossiers {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  run(caller: Caller, fairId: string): Promise<DossiersDto> {
    const kept = exhibitorsKeptBy(caller, fairId);
    return readDossiers(this.source.manager, fairId, kept, this.clock.now());
  }
}
