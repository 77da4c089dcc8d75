import { Body, Controller, Delete, Get, HttpCode, Param, Post as PostTo } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { AddRecipient } from './add-recipient';
import { AddRecipientDto, ClosingMailDto, TryAgainDto } from './delivery.dto';
import { EndRecipient } from './end-recipient';
import { ReadClosingMail } from './read-closing-mail';
import { TryAgain } from './try-again';

@Roles('organizer')
@Controller('fairs/:fairId/closing-mail')
export class ClosingMailController {
  constructor(
    private readonly readMail: ReadClosingMail,
    private readonly addRecipient: AddRecipient,
    private readonly endRecipient: EndRecipient,
    private readonly tryAgain: TryAgain,
  ) {}

  /** Who is mailed each closing, and what became of the newest mails. */
  @Get()
  read(@Param('fairId') fairId: string): Promise<ClosingMailDto> {
    return this.readMail.run(fairId);
  }

  /** Mails every closing from now on to one more person. */
  @PostTo('recipients')
  @HttpCode(204)
  add(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() wanted: AddRecipientDto,
  ): Promise<void> {
    return this.addRecipient.run(caller, fairId, wanted);
  }

  /** Mails a person no longer; the links they hold end at once. */
  @Delete('recipients/:recipientId')
  @HttpCode(204)
  end(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('recipientId') recipientId: string,
  ): Promise<void> {
    return this.endRecipient.run(caller, fairId, recipientId);
  }

  /** Sends a mail again that was given up. */
  @PostTo('tries')
  @HttpCode(204)
  again(@Param('fairId') fairId: string, @Body() which: TryAgainDto): Promise<void> {
    return this.tryAgain.run(fairId, which);
  }
}
