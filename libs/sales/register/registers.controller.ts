import { Body, Controller, Get, HttpCode, Ip, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Public, Roles } from '@phien/identity';
import { EnrolRegister } from './enrol-register';
import { IssueEnrolmentCode } from './issue-enrolment-code';
import { IssueRegisters } from './issue-registers';
import { ListRegisters } from './list-registers';
import { EnrolmentCodeDto, EnrolmentDto, EnrolRegisterDto, RegisterDto } from './register.dto';

@Controller()
export class RegistersController {
  constructor(
    private readonly listRegisters: ListRegisters,
    private readonly issueRegisters: IssueRegisters,
    private readonly issueCode: IssueEnrolmentCode,
    private readonly enrolRegister: EnrolRegister,
  ) {}

  /** Every register with its epochs and what the ledger holds of each. */
  @Get('fairs/:fairId/registers')
  @Roles('organizer')
  list(@Param('fairId') fairId: string): Promise<RegisterDto[]> {
    return this.listRegisters.run({ fairId });
  }

  /** Gives each exhibitor a register at each booth where they stand; those given stay as they are. */
  @Post('fairs/:fairId/registers')
  @HttpCode(200)
  @Roles('organizer')
  async give(@Param('fairId') fairId: string): Promise<RegisterDto[]> {
    await this.issueRegisters.run({ fairId });
    return this.listRegisters.run({ fairId });
  }

  /** A one-time code, ten minutes, for the phone that will be this register. */
  @Post('fairs/:fairId/registers/:registerId/enrolment-codes')
  @Roles('organizer')
  issue(
    @Param('fairId') fairId: string,
    @Param('registerId') registerId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<EnrolmentCodeDto> {
    return this.issueCode.run({ fairId, registerId, accountId: caller.accountId });
  }

  /** A phone becomes a register; the one-time code is its right to. */
  @Post('enrolments')
  @Public()
  enrol(@Body() asked: EnrolRegisterDto, @Ip() from: string): Promise<EnrolmentDto> {
    return this.enrolRegister.run(asked, from);
  }
}
