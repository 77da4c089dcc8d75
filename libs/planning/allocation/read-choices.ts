import { Injectable } from '@nestjs/common';
import { fairNotFound } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { Delegation } from '../exhibitor/delegation.entity';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { exhibitorNotFound } from '../exhibitor/exhibitor.refusals';
import { Fair } from '../fair/fair.entity';
import { allocationNotFound, boothNotFound } from './allocation.refusals';
import { BoothChoiceDto, ChoicesWantedDto } from './choice.dto';
import { findingsOfWish } from './choice.rules';
import { readKeptFor, readPlacedBooths, readStanding } from './read-standing';
import { sixthsOf } from './sixths.rules';

/**
 * For every booth, or for one, what is wrong with giving it to an exhibitor, by the very rules by
 * which giving decides. Refuses `fair_not_found`, `exhibitor_not_found`, `booth_not_found`, and
 * `allocation_not_found` for something to be moved that is not the exhibitor's or does not stand.
 */
@Injectable()
export class ReadChoices {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    fairId: string,
    { exhibitorId, share, movingId }: ChoicesWantedDto,
    boothId?: string,
  ): Promise<BoothChoiceDto[]> {
    const em = this.source.manager;
    const [fair, exhibitor, booths, before, keptFor] = await Promise.all([
      em.findOneBy(Fair, { id: fairId }),
      em.findOneBy(Exhibitor, { fairId, id: exhibitorId }),
      readPlacedBooths(em, fairId, boothId === undefined ? undefined : [boothId]),
      readStanding(em, fairId, this.clock.now()),
      readKeptFor(em, fairId),
    ]);
    if (!fair) throw fairNotFound();
    if (!exhibitor) throw exhibitorNotFound();
    if (boothId !== undefined && booths.length === 0) throw boothNotFound();
    const moving = before.find(({ id }) => id === movingId);
    if (movingId !== undefined && moving?.exhibitorId !== exhibitor.id) throw allocationNotFound();
    const delegation =
      exhibitor.delegationId === null
        ? null
        : await em.findOneBy(Delegation, { fairId, id: exhibitor.delegationId });
    const now = before.filter(({ id }) => id !== movingId);
    return booths.map((booth) => {
      const kept = keptFor.get(booth.id);
      const findings = findingsOfWish({
        fairState: fair.state,
        booth,
        exhibitor,
        quota: delegation?.quota ?? null,
        sixths: share === undefined && moving ? moving.sixths.length : sixthsOf(share ?? 'whole'),
        keptFor: kept?.delegationId === exhibitor.delegationId ? undefined : kept,
        before,
        now,
      });
      return {
        boothId: booth.id,
        boothCode: booth.code,
        fits: findings.every(({ isWarning }) => isWarning),
        findings,
      };
    });
  }
}
