import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { RegisterKey } from '@phien/identity';
import { DeliverDocumentsDto, DeliveryAnswerDto } from './document.dto';
import { readDelivery } from './read-delivery';
import { ReceiveDocuments } from './receive-documents';

@Controller('fairs/:fairId/registers/:registerId/documents')
export class DocumentsController {
  constructor(private readonly receiveDocuments: ReceiveDocuments) {}

  /** A till delivers its documents; a superseded or revoked key may post here and nowhere else. */
  @Post()
  @HttpCode(200)
  @RegisterKey()
  @ApiBody({ type: DeliverDocumentsDto })
  receive(
    @Param('fairId') fairId: string,
    @Param('registerId') registerId: string,
    @Body() delivery: object,
  ): Promise<DeliveryAnswerDto> {
    return this.receiveDocuments.run({ fairId, registerId }, readDelivery(delivery));
  }
}
