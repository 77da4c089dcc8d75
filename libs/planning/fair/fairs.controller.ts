import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { Caller, CurrentCaller, Roles, SignedIn } from '@phien/identity';
import { BoothMoneyDto, FairDto, ListedFairDto, OpenFairDto } from './fair.dto';
import { ListFairs } from './list-fairs';
import { OpenFair } from './open-fair';
import { ReadFair } from './read-fair';
import { SetBoothMoney } from './set-booth-money';

@Controller('fairs')
export class FairsController {
  constructor(
    private readonly listFairs: ListFairs,
    private readonly readFair: ReadFair,
    private readonly openFair: OpenFair,
    private readonly setBoothMoney: SetBoothMoney,
  ) {}

  /** The fairs the caller has a role in, the latest first. */
  @Get()
  @SignedIn()
  list(@CurrentCaller() caller: Caller): Promise<ListedFairDto[]> {
    return this.listFairs.run(caller);
  }

  /** Makes a fair on a template or another fair's plan, real or to be tried out; the caller becomes its organizer. */
  @Post()
  @SignedIn()
  open(@CurrentCaller() caller: Caller, @Body() body: OpenFairDto): Promise<FairDto> {
    return this.openFair.run(caller, body);
  }

  /** One fair with its days. */
  @Get(':fairId')
  @Roles('organizer', 'official', 'exhibitor', 'gate', 'zone_staff', 'delegation_lead')
  read(@Param('fairId') fairId: string): Promise<FairDto> {
    return this.readFair.run(fairId);
  }

  /** Who sees the money of a single booth. */
  @Put(':fairId/booth-money')
  @Roles('organizer')
  chooseBoothMoney(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: BoothMoneyDto,
  ): Promise<BoothMoneyDto> {
    return this.setBoothMoney.run(caller, fairId, body);
  }
}
