import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { ListPlaceChoices } from '../exhibitor/list-place-choices';
import { spanOf } from '../fair/fair-days.rules';
import { FairDay } from '../fair/fair-day.entity';
import { ListProductClasses } from '../product/list-product-classes';
import { MOST_FILE_BYTES, MOST_FILES } from './application-file.rules';
import { ApplicationFormDto } from './application.dto';
import { findCall, isCallOpen } from './find-call';
import { readApplicationWorld } from './read-application-world';

/** What a form to apply with needs to know, for anybody. Refuses `applications_not_open`. */
@Injectable()
export class ReadApplicationForm {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly listPlaces: ListPlaceChoices,
    private readonly listClasses: ListProductClasses,
  ) {}

  async run(fairCode: string): Promise<ApplicationFormDto> {
    const em = this.source.manager;
    const called = await findCall(em, fairCode);
    const { fair, call } = called;
    const days = await em.find(FairDay, { where: { fairId: fair.id }, order: { day: 'ASC' } });
    const { firstDay, lastDay: fairLastDay } = spanOf(days);
    const world = await readApplicationWorld(em, fair.id);
    return {
      lastDay: call.lastDay,
      showsPlace: call.showsPlace,
      isOpen: isCallOpen(called, this.clock.now()),
      fairNameVi: fair.nameVi,
      fairNameEn: fair.nameEn,
      venueVi: fair.venueVi,
      venueEn: fair.venueEn,
      timeZone: fair.timeZone,
      firstDay,
      fairLastDay,
      places: await this.listPlaces.run(fair.id),
      classes: await this.listClasses.run(),
      boothCodes: [...world.boothCodes],
      mostFiles: MOST_FILES,
      mostFileBytes: MOST_FILE_BYTES,
    };
  }
}
