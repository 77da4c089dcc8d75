import { Controller, Get, Ip, Param } from '@nestjs/common';
import { Public } from '@phien/identity';
import { ReadReceipt } from './read-receipt';
import { ReceiptDto } from './receipt.dto';

@Controller('fairs/:fairId/receipts')
export class ReceiptsController {
  constructor(private readonly readReceipt: ReadReceipt) {}

  /** A customer's slip; knowing the document's id is the right to see it. */
  @Get(':documentId')
  @Public()
  read(
    @Param('fairId') fairId: string,
    @Param('documentId') documentId: string,
    @Ip() from: string,
  ): Promise<ReceiptDto> {
    return this.readReceipt.run(fairId, documentId, from);
  }
}
