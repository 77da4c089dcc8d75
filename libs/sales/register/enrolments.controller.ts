import { Body, Controller, Ip, Post } from '@nestjs/common';
import { Public } from '@phien/identity';
import { EnrolRegister } from './enrol-register';
import { EnrolmentDto, EnrolRegisterDto } from './register.dto';

@Controller('enrolments')
export class EnrolmentsController {
  constructor(private readonly enrolRegister: EnrolRegister) {}

  /** A phone becomes a register; the one-time code is its right to. */
  @Post()
  @Public()
  enrol(@Body() asked: EnrolRegisterDto, @Ip() from: string): Promise<EnrolmentDto> {
    return this.enrolRegister.run(asked, from);
  }
}
