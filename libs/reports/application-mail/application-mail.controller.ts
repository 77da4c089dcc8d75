import { Controller, Get, Param } from '@nestjs/common';
import { Roles } from '@phien/identity';
import { ApplicationMailDto } from './application-mail.dto';
import { ReadApplicationMail } from './read-application-mail';

@Roles('organizer')
@Controller('fairs/:fairId/application-mail')
export class ApplicationMailController {
  constructor(private readonly readMail: ReadApplicationMail) {}

  /** How far the mails to applicants are, and what this server lacks to send any. */
  @Get()
  read(@Param('fairId') fairId: string): Promise<ApplicationMailDto> {
    return this.readMail.run(fairId);
  }
}
