import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import {
  FeeNoticeDto,
  FeePreviewDto,
  FeeStandingsDto,
  ReckonFeesDto,
  RecordFeePaymentDto,
  StrikeFeePaymentDto,
} from './fee.dto';
import { ListFeeStandings } from './list-fee-standings';
import { ListOwnFeeNotices } from './list-own-fee-notices';
import { PreviewFees } from './preview-fees';
import { ReadFeeNotice } from './read-fee-notice';
import { ReckonFees } from './reckon-fees';
import { RecordFeePayment } from './record-fee-payment';
import { StrikeFeePayment } from './strike-fee-payment';

@Controller('fairs/:fairId/fees')
export class FeesController {
  constructor(
    private readonly previewFees: PreviewFees,
    private readonly reckonFees: ReckonFees,
    private readonly listStandings: ListFeeStandings,
    private readonly readNotice: ReadFeeNotice,
    private readonly listOwn: ListOwnFeeNotices,
    private readonly recordPayment: RecordFeePayment,
    private readonly strikePayment: StrikeFeePayment,
  ) {}

  /** What would change if the fees were reckoned now. */
  @Get('preview')
  @Roles('organizer')
  preview(@Param('fairId') fairId: string): Promise<FeePreviewDto> {
    return this.previewFees.run(fairId);
  }

  /** Charges what was looked at, or nothing; the same id twice is once. */
  @Post('reckonings')
  @Roles('organizer')
  reckon(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: ReckonFeesDto,
  ): Promise<FeeStandingsDto> {
    return this.reckonFees.run(caller, fairId, body);
  }

  /** All who owe, or owed, fees. */
  @Get('standings')
  @Roles('organizer')
  list(@Param('fairId') fairId: string): Promise<FeeStandingsDto> {
    return this.listStandings.run(fairId);
  }

  /** The notices of those the caller stands for. */
  @Get('own')
  @Roles('exhibitor', 'delegation_lead')
  own(@CurrentCaller() caller: Caller, @Param('fairId') fairId: string): Promise<FeeNoticeDto[]> {
    return this.listOwn.run(caller, fairId);
  }

  /** What one exhibitor or delegation is asked to pay, and has paid. */
  @Get('notices/:payerId')
  @Roles('organizer', 'exhibitor', 'delegation_lead')
  notice(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('payerId') payerId: string,
  ): Promise<FeeNoticeDto> {
    return this.readNotice.run(caller, fairId, payerId);
  }

  /** Writes down money that arrived; the same id twice is one payment. */
  @Post('payments')
  @Roles('organizer')
  record(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: RecordFeePaymentDto,
  ): Promise<FeeNoticeDto> {
    return this.recordPayment.run(caller, fairId, body);
  }

  /** Says that a payment was recorded wrongly; it stays to be seen and does not count. */
  @Post('payments/:paymentId/striking')
  @HttpCode(200)
  @Roles('organizer')
  strike(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('paymentId') paymentId: string,
    @Body() body: StrikeFeePaymentDto,
  ): Promise<FeeNoticeDto> {
    return this.strikePayment.run(caller, { fairId, paymentId }, body);
  }
}
