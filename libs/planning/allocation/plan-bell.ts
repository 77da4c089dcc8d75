import { Injectable } from '@nestjs/common';
import { Bus } from '@phien/store';

/** Says after a commit that a fair's plan has moved on; a lost word costs only time. */
@Injectable()
export class PlanBell {
  constructor(private readonly bus: Bus) {}

  ring(fairId: string, version: number): void {
    this.bus.publish('plan', { fairId, version }).catch(() => undefined);
  }
}
