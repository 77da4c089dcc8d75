import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../role/access';
import { CurrentCaller } from '../role/current-caller';
import { Caller } from '../session/caller.dto';
import { ConfirmSecondFactor } from './confirm-second-factor';
import { OfferSecondFactor } from './offer-second-factor';
import { ReadSecondFactor } from './read-second-factor';
import {
  ConfirmSecondFactorDto,
  OfferSecondFactorDto,
  SecondFactorDto,
  SecondFactorOfferDto,
} from './second-factor.dto';

@Controller('account/second-factor')
export class SecondFactorController {
  constructor(
    private readonly readSecondFactor: ReadSecondFactor,
    private readonly offerSecondFactor: OfferSecondFactor,
    private readonly confirmSecondFactor: ConfirmSecondFactor,
  ) {}

  /** Whether one's own account has a phone for codes. */
  @Get()
  @SignedIn()
  read(@CurrentCaller() caller: Caller): Promise<SecondFactorDto> {
    return this.readSecondFactor.run(caller);
  }

  /** A secret for one's own phone; codes count once the first one has confirmed it. */
  @Post()
  @HttpCode(200)
  @SignedIn()
  offer(
    @CurrentCaller() caller: Caller,
    @Body() { password }: OfferSecondFactorDto,
  ): Promise<SecondFactorOfferDto> {
    return this.offerSecondFactor.run(caller, password);
  }

  /** The first code from the phone. */
  @Post('confirmation')
  @HttpCode(204)
  @SignedIn()
  confirm(
    @CurrentCaller() caller: Caller,
    @Body() { code }: ConfirmSecondFactorDto,
  ): Promise<void> {
    return this.confirmSecondFactor.run(caller, code);
  }
}
