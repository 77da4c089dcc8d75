import { Controller, Get, Param, Query } from '@nestjs/common';
import { Roles } from '../role/access';
import { AuditPageDto, AuditWantedDto } from './audit.dto';
import { ListAudit } from './list-audit';

@Controller('fairs/:fairId/audit')
export class AuditController {
  constructor(private readonly listAudit: ListAudit) {}

  /** Who did what at the fair and when, newest first. */
  @Get()
  @Roles('organizer')
  list(@Param('fairId') fairId: string, @Query() wanted: AuditWantedDto): Promise<AuditPageDto> {
    return this.listAudit.run(fairId, wanted);
  }
}
