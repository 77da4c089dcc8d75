import { Controller, Get } from '@nestjs/common';
import { Public } from '@phien/identity';
import { BankDto } from './bank.dto';
import { BANKS } from './banks';

@Controller('banks')
export class BanksController {
  /** Every bank that a VietQR code can pay to, by the name people say. */
  @Get()
  @Public()
  list(): BankDto[] {
    return BANKS.map(([bin, shortName, fullName]) => ({ bin, shortName, fullName }));
  }
}
