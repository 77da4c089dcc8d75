import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { AcceptApplication } from './accept-application';
import {
  AcceptApplicationDto,
  ApplicationDto,
  ApplicationMessageDto,
  ApplicationVersionDto,
} from './application.dto';
import { AskApplicantBack } from './ask-applicant-back';
import { PutOnWaitingList } from './put-on-waiting-list';
import { RefuseApplication } from './refuse-application';

@Roles('organizer')
@Controller('fairs/:fairId/applications/:applicationId')
export class ApplicationDecisionsController {
  constructor(
    private readonly acceptApplication: AcceptApplication,
    private readonly askApplicantBack: AskApplicantBack,
    private readonly refuseApplication: RefuseApplication,
    private readonly putOnWaitingList: PutOnWaitingList,
  ) {}

  /** Makes the exhibitor with its products, or takes one that the fair has. */
  @Post('acceptance')
  @HttpCode(200)
  accept(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('applicationId') applicationId: string,
    @Body() body: AcceptApplicationDto,
  ): Promise<ApplicationDto> {
    return this.acceptApplication.run(caller, { fairId, applicationId }, body);
  }

  /** Gives it back to be written on, with a question. */
  @Post('question')
  @HttpCode(200)
  ask(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('applicationId') applicationId: string,
    @Body() body: ApplicationMessageDto,
  ): Promise<ApplicationDto> {
    return this.askApplicantBack.run(caller, { fairId, applicationId }, body);
  }

  /** Refuses it, with the reason that its writer reads. */
  @Post('refusal')
  @HttpCode(200)
  refuse(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('applicationId') applicationId: string,
    @Body() body: ApplicationMessageDto,
  ): Promise<ApplicationDto> {
    return this.refuseApplication.run(caller, { fairId, applicationId }, body);
  }

  /** Puts it at the end of the waiting list. */
  @Post('waiting')
  @HttpCode(200)
  wait(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('applicationId') applicationId: string,
    @Body() body: ApplicationVersionDto,
  ): Promise<ApplicationDto> {
    return this.putOnWaitingList.run(caller, { fairId, applicationId }, body);
  }
}
