import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { askedRegister, registersOf } from './find-register';
import { IssueEnrolmentCode } from './issue-enrolment-code';
import { IssueRegisters } from './issue-registers';
import { ListRegisters } from './list-registers';
import { EnrolmentCodeDto, RegisterDto, RenameRegisterDto } from './register.dto';
import { RenameRegister } from './rename-register';
import { RevokeEpoch } from './revoke-epoch';

@Controller()
export class RegistersController {
  constructor(
    private readonly listRegisters: ListRegisters,
    private readonly issueRegisters: IssueRegisters,
    private readonly issueCode: IssueEnrolmentCode,
    private readonly renameRegister: RenameRegister,
    private readonly revokeEpoch: RevokeEpoch,
  ) {}

  /** Every register with its epochs and what the ledger holds of each; an exhibitor sees its own. */
  @Get('fairs/:fairId/registers')
  @Roles('organizer', 'exhibitor')
  list(@CurrentCaller() caller: Caller, @Param('fairId') fairId: string): Promise<RegisterDto[]> {
    return this.listRegisters.run(registersOf(caller, fairId));
  }

  /**
   * Gives each exhibitor a register at each booth where they stand, an exhibitor to itself alone;
   * those given stay as they are.
   */
  @Post('fairs/:fairId/registers')
  @HttpCode(200)
  @Roles('organizer', 'exhibitor')
  async give(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
  ): Promise<RegisterDto[]> {
    await this.issueRegisters.run(registersOf(caller, fairId));
    return this.listRegisters.run(registersOf(caller, fairId));
  }

  @Patch('fairs/:fairId/registers/:registerId')
  @Roles('organizer', 'exhibitor')
  rename(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('registerId') registerId: string,
    @Body() wanted: RenameRegisterDto,
  ): Promise<RegisterDto> {
    return this.renameRegister.run(askedRegister(caller, fairId, registerId), wanted);
  }

  /** A one-time code, ten minutes, for the phone that will be this register. */
  @Post('fairs/:fairId/registers/:registerId/enrolment-codes')
  @Roles('organizer', 'exhibitor')
  issue(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('registerId') registerId: string,
  ): Promise<EnrolmentCodeDto> {
    return this.issueCode.run(askedRegister(caller, fairId, registerId));
  }

  /** A phone is lost: what it sends from now on is linked and set aside. Twice is once. */
  @Post('fairs/:fairId/registers/:registerId/epochs/:epoch/revocation')
  @HttpCode(200)
  @Roles('organizer', 'exhibitor')
  revoke(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('registerId') registerId: string,
    @Param('epoch') epoch: string,
  ): Promise<RegisterDto> {
    return this.revokeEpoch.run(askedRegister(caller, fairId, registerId), Number(epoch));
  }
}
