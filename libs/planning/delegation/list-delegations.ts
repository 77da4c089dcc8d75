import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { exhibitorsKeptBy } from '../exhibitor/own-exhibitors.rules';
import { firstDayOf } from '../fair/first-day';
import { DelegationDto } from './delegation.dto';
import { readDelegations } from './read-delegations';

/** The delegations of a fair by name; whom to call about them, for its organizers. */
@Injectable()
export class ListDelegations {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(caller: Caller, fairId: string): Promise<DelegationDto[]> {
    const { manager } = this.source;
    const day = await firstDayOf(manager, this.clock, fairId);
    const delegations = await readDelegations(manager, fairId, day, null);
    const isOrganizer = exhibitorsKeptBy(caller, fairId) === null;
    return isOrganizer ? delegations : delegations.map(withoutContact);
  }
}

const withoutContact = (delegation: DelegationDto): DelegationDto => ({
  ...delegation,
  contactPerson: null,
  contactPhone: null,
  contactMail: null,
});
