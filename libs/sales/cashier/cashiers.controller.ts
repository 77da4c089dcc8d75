import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { AddCashier } from './add-cashier';
import { AddCashierDto, CashierDto, CashiersWantedDto, ChangeCashierDto } from './cashier.dto';
import { ChangeCashier } from './change-cashier';
import { ListCashiers } from './list-cashiers';
import { RemoveCashier } from './remove-cashier';

@Controller('fairs/:fairId/cashiers')
@Roles('organizer', 'exhibitor')
export class CashiersController {
  constructor(
    private readonly listCashiers: ListCashiers,
    private readonly addCashier: AddCashier,
    private readonly changeCashier: ChangeCashier,
    private readonly removeCashier: RemoveCashier,
  ) {}

  /** Who sells at the tills, by name; an exhibitor sees its own. */
  @Get()
  list(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Query() wanted: CashiersWantedDto,
  ): Promise<CashierDto[]> {
    return this.listCashiers.run(caller, fairId, wanted);
  }

  @Post()
  add(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() wanted: AddCashierDto,
  ): Promise<CashierDto> {
    return this.addCashier.run(caller, fairId, wanted);
  }

  @Patch(':cashierId')
  change(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('cashierId') cashierId: string,
    @Body() wanted: ChangeCashierDto,
  ): Promise<CashierDto> {
    return this.changeCashier.run({ caller, fairId, cashierId }, wanted);
  }

  /** The tills forget them at their next refresh; documents keep the name. */
  @Delete(':cashierId')
  @HttpCode(204)
  remove(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('cashierId') cashierId: string,
  ): Promise<void> {
    return this.removeCashier.run({ caller, fairId, cashierId });
  }
}
