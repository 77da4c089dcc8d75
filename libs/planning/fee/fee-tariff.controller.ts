import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { PaymentAccountDto } from '../exhibitor/payment-account.dto';
import { AddFeeRate } from './add-fee-rate';
import { AddFeeRateDto, FeeTariffDto, GiveFeeReliefDto } from './fee.dto';
import { GiveFeeRelief } from './give-fee-relief';
import { KeepFeeAccount } from './keep-fee-account';
import { ShowTariff } from './show-tariff';
import { WithdrawFeeRate } from './withdraw-fee-rate';
import { WithdrawFeeRelief } from './withdraw-fee-relief';

@Roles('organizer')
@Controller('fairs/:fairId/fees/tariff')
export class FeeTariffController {
  constructor(
    private readonly showTariff: ShowTariff,
    private readonly addRate: AddFeeRate,
    private readonly withdrawRate: WithdrawFeeRate,
    private readonly giveRelief: GiveFeeRelief,
    private readonly withdrawRelief: WithdrawFeeRelief,
    private readonly keepAccount: KeepFeeAccount,
  ) {}

  /** What booths cost, who is free, and where fees are paid to. */
  @Get()
  show(@Param('fairId') fairId: string): Promise<FeeTariffDto> {
    return this.showTariff.run(fairId);
  }

  /** Adds a line; the same id twice is once. */
  @Post('rates')
  add(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: AddFeeRateDto,
  ): Promise<FeeTariffDto> {
    return this.addRate.run(caller, fairId, body);
  }

  /** Takes a line out; what it charged stays until the fees are reckoned again. */
  @Post('rates/:rateId/withdrawal')
  @HttpCode(200)
  withdraw(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('rateId') rateId: string,
  ): Promise<FeeTariffDto> {
    return this.withdrawRate.run(caller, { fairId, rateId });
  }

  /** Says who is free, or whose booths a delegation pays; the same id twice is once. */
  @Post('reliefs')
  give(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: GiveFeeReliefDto,
  ): Promise<FeeTariffDto> {
    return this.giveRelief.run(caller, fairId, body);
  }

  /** Ends a relief; what was charged under it stays until the fees are reckoned again. */
  @Post('reliefs/:reliefId/withdrawal')
  @HttpCode(200)
  end(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('reliefId') reliefId: string,
  ): Promise<FeeTariffDto> {
    return this.withdrawRelief.run(caller, { fairId, reliefId });
  }

  /** Keeps the account that fees are paid to, in place of the one before. */
  @Put('account')
  keep(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: PaymentAccountDto,
  ): Promise<FeeTariffDto> {
    return this.keepAccount.run(caller, fairId, body);
  }
}
