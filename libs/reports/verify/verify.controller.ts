import { Controller, Get, Header, Ip, Param } from '@nestjs/common';
import { Public } from '@phien/identity';
import { VerifiedDocumentDto } from './verify.dto';
import { VerifyDocument } from './verify-document';

@Controller('verify')
export class VerifyController {
  constructor(private readonly verifyDocument: VerifyDocument) {}

  /** What a hash is the hash of: a revision or a file of one, who signed it, and what is newer. */
  @Get(':hash')
  @Public()
  @Header('Cache-Control', 'no-store')
  verify(@Param('hash') hash: string, @Ip() from: string): Promise<VerifiedDocumentDto> {
    return this.verifyDocument.run(hash, from);
  }
}
