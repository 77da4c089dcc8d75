import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { AllocationDto, AllocationStepDto, AnswerOfferDto } from './allocation.dto';
import { AnswerOffer } from './answer-offer';
import { ListOffers } from './list-offers';

/** Booths that wait for the word of an exhibitor. */
@Roles('organizer', 'zone_staff', 'exhibitor')
@Controller('fairs/:fairId/allocations')
export class OffersController {
  constructor(
    private readonly listOffers: ListOffers,
    private readonly answerOffer: AnswerOffer,
  ) {}

  /** The offers that the caller may answer, the most pressing first. */
  @Get('offers')
  list(@CurrentCaller() caller: Caller, @Param('fairId') fairId: string): Promise<AllocationDto[]> {
    return this.listOffers.run(caller, fairId);
  }

  /** Takes an offer or declines it. */
  @Post(':allocationId/answers')
  answer(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('allocationId') allocationId: string,
    @Body() body: AnswerOfferDto,
  ): Promise<AllocationStepDto> {
    return this.answerOffer.run(caller, fairId, allocationId, body);
  }
}
