import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { DataSource } from 'typeorm';
import { AllocationStepDto, AnswerOfferDto } from './allocation.dto';
import { allocationNotFound } from './allocation.refusals';
import { ChangeAllocations } from './change-allocations';
import { offersAnsweredBy } from './own-offers';
import { ReadAllocation } from './read-allocation';

/**
 * Takes an offer or declines it: the exhibitor itself, staff of the booth's zone or an organizer.
 * Twice is once. Refuses `allocation_not_found` (also what is not the caller's to answer), and as
 * changing its state does.
 */
@Injectable()
export class AnswerOffer {
  constructor(
    private readonly source: DataSource,
    private readonly changeAllocations: ChangeAllocations,
    private readonly readAllocation: ReadAllocation,
  ) {}

  async run(
    caller: Caller,
    fairId: string,
    allocationId: string,
    { id, answer }: AnswerOfferDto,
  ): Promise<AllocationStepDto> {
    const offer = await this.readAllocation.run(fairId, allocationId);
    const { as, exhibitorIds, zoneIds } = await offersAnsweredBy(
      this.source.manager,
      caller,
      fairId,
    );
    const { boothId, exhibitorId, sixths } = offer;
    const isOwn = exhibitorIds === null || exhibitorIds.includes(exhibitorId);
    const isOffer = offer.state === 'offered' || exhibitorIds === null;
    if (!isOffer || !(isOwn || zoneIds.includes(offer.zoneId))) throw allocationNotFound();
    const gift = {
      id,
      boothId,
      exhibitorId,
      sixths: sixths.length,
      preferred: sixths,
      firmness: { state: 'confirmed' as const },
    };
    return this.changeAllocations.run(caller, fairId, {
      action: answer === 'accepted' ? 'offer_accepted' : 'offer_declined',
      as: isOwn ? as : 'zone_staff',
      changes: [{ freeId: offer.id, gift: answer === 'accepted' ? gift : null }],
    });
  }
}
