import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { ListSignatures } from './list-signatures';
import { ReviewClosing } from './review-closing';
import { SignClosing } from './sign-closing';
import { ClosingReviewDto, SignatureDto, SignClosingDto } from './signature.dto';

@Controller('fairs/:fairId')
export class SignaturesController {
  constructor(
    private readonly listSignatures: ListSignatures,
    private readonly reviewClosing: ReviewClosing,
    private readonly signClosing: SignClosing,
  ) {}

  /** Who signed which revision of which day. */
  @Get('signatures')
  @Roles('organizer', 'official')
  list(@CurrentCaller() caller: Caller, @Param('fairId') fairId: string): Promise<SignatureDto[]> {
    return this.listSignatures.run(caller, fairId);
  }

  /** What is checked of a revision before it is signed. */
  @Get('days/:day/closings/:revision/review')
  @Roles('organizer', 'official')
  review(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('day') day: string,
    @Param('revision') revision: string,
  ): Promise<ClosingReviewDto> {
    return this.reviewClosing.run(caller, { fairId, day, revision });
  }

  /** Signs the latest revision of a day; the same again is the same. */
  @Post('days/:day/closings/:revision/signatures')
  @HttpCode(200)
  @Roles('official')
  sign(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('day') day: string,
    @Param('revision') revision: string,
    @Body() body: SignClosingDto,
  ): Promise<SignatureDto> {
    return this.signClosing.run(caller, { fairId, day, revision }, body);
  }
}
