import { Injectable } from '@nestjs/common';
import { fairNotFound } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { Fair } from '../fair/fair.entity';
import { ApplicationCall } from './application-call.entity';
import { ApplicationsDto } from './application.dto';
import { Application } from './application.entity';
import { isCallOpen } from './find-call';
import { readApplications } from './read-applications';

/** What was sent to a fair, and until when more is taken. Refuses `fair_not_found`. */
@Injectable()
export class ListApplications {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(fairId: string): Promise<ApplicationsDto> {
    const em = this.source.manager;
    const fair = isId(fairId) ? await em.findOneBy(Fair, { id: fairId }) : null;
    if (!fair) throw fairNotFound();
    const call = await em.findOneBy(ApplicationCall, { fairId });
    return {
      call: call && {
        lastDay: call.lastDay,
        showsPlace: call.showsPlace,
        isOpen: isCallOpen({ fair, call }, this.clock.now()),
      },
      draftCount: await em.countBy(Application, { fairId, state: 'draft' }),
      applications: (await readApplications(em, fairId, null)).map(({ summary }) => summary),
    };
  }
}
