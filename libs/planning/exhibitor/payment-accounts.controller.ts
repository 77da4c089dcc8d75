import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { KeepPaymentAccount } from './keep-payment-account';
import { KeptPaymentAccountDto, PaymentAccountDto } from './payment-account.dto';
import { ReadPaymentAccount } from './read-payment-account';
import { RemovePaymentAccount } from './remove-payment-account';

@Controller('fairs/:fairId/exhibitors/:exhibitorId/payment-account')
export class PaymentAccountsController {
  constructor(
    private readonly readAccount: ReadPaymentAccount,
    private readonly keepAccount: KeepPaymentAccount,
    private readonly removeAccount: RemovePaymentAccount,
  ) {}

  /** The bank account that the exhibitor's VietQR codes pay to. */
  @Get()
  @Roles('organizer', 'exhibitor')
  read(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('exhibitorId') exhibitorId: string,
  ): Promise<KeptPaymentAccountDto> {
    return this.readAccount.run(caller, fairId, exhibitorId);
  }

  /** Keeps an account in place of the one before. */
  @Put()
  @Roles('organizer', 'exhibitor')
  keep(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('exhibitorId') exhibitorId: string,
    @Body() body: PaymentAccountDto,
  ): Promise<KeptPaymentAccountDto> {
    return this.keepAccount.run(caller, fairId, exhibitorId, body);
  }

  /** Forgets the account. */
  @Delete()
  @HttpCode(204)
  @Roles('organizer', 'exhibitor')
  remove(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('exhibitorId') exhibitorId: string,
  ): Promise<void> {
    return this.removeAccount.run(caller, fairId, exhibitorId);
  }
}
