import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Roles } from '@phien/identity';
import type { GateDto } from './gate.dto';
import { OpenGates } from './open-gates';
import { ReadGates } from './read-gates';

@Controller('fairs/:fairId/gates')
export class GatesController {
  constructor(
    private readonly readGates: ReadGates,
    private readonly openGates: OpenGates,
  ) {}

  @Get()
  @Roles('organizer', 'official', 'gate', 'zone_staff')
  read(@Param('fairId') fairId: string): Promise<GateDto[]> {
    return this.readGates.run(fairId);
  }

  /** Opens the plan's gates; those already open stay as they are. */
  @Post()
  @HttpCode(200)
  @Roles('organizer')
  async open(@Param('fairId') fairId: string): Promise<GateDto[]> {
    await this.openGates.run({ fairId });
    return this.readGates.run(fairId);
  }
}
