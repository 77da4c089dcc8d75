import { Controller, Get } from '@nestjs/common';
import { Public } from '@phien/identity';
import { HealthDto } from './health.dto';
import { ReadHealth } from './read-health';

@Controller('health')
export class HealthController {
  constructor(private readonly readHealth: ReadHealth) {}

  /** Whether the fair can go on; 503 when the database is away. */
  @Get()
  @Public()
  read(): Promise<HealthDto> {
    return this.readHealth.run();
  }
}
