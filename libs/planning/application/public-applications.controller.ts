import { Body, Controller, Get, Ip, Param, Post } from '@nestjs/common';
import { Public } from '@phien/identity';
import { ApplicationFormDto, OwnApplicationDto, StartApplicationDto } from './application.dto';
import { ReadApplicationForm } from './read-application-form';
import { StartApplication } from './start-application';

@Controller('public/fairs/:fairCode')
export class PublicApplicationsController {
  constructor(
    private readonly readForm: ReadApplicationForm,
    private readonly startApplication: StartApplication,
  ) {}

  /** What a form to apply with needs to know of the fair. */
  @Get('application-form')
  @Public()
  form(@Param('fairCode') fairCode: string): Promise<ApplicationFormDto> {
    return this.readForm.run(fairCode);
  }

  /** Begins an application under a code of the writer's; the same code again answers what is under it. */
  @Post('applications')
  @Public()
  start(
    @Param('fairCode') fairCode: string,
    @Body() body: StartApplicationDto,
    @Ip() from: string,
  ): Promise<OwnApplicationDto> {
    return this.startApplication.run(fairCode, body, from);
  }
}
