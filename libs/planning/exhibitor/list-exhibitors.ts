import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { DataSource } from 'typeorm';
import { ExhibitorDto } from './exhibitor.dto';
import { exhibitorsKeptBy, exhibitorsSeenBy } from './own-exhibitors.rules';
import { readExhibitors } from './read-exhibitor';

/** The exhibitors of a fair that the caller may see, by name; whom to call, for its organizers. */
@Injectable()
export class ListExhibitors {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string): Promise<ExhibitorDto[]> {
    const seen = exhibitorsSeenBy(caller, fairId);
    const exhibitors = await readExhibitors(this.source.manager, fairId, seen);
    const isOrganizer = exhibitorsKeptBy(caller, fairId) === null;
    return isOrganizer ? exhibitors : exhibitors.map(withoutContact);
  }
}

/* Whom to call is between an exhibitor and the organizers. */
const withoutContact = (exhibitor: ExhibitorDto): ExhibitorDto => ({
  ...exhibitor,
  representative: null,
  contactPhone: null,
});
