import {
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';

/**
 * A duty of the worker that nobody asks for: walks a round at the start, pauses, walks the next. A
 * round that fails is told to the log and tried again; the one under way is finished before the end.
 */
export abstract class Rounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  protected readonly log = new Logger(this.constructor.name);
  protected isStopped = false;
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> | undefined;

  protected constructor(private readonly pauseMs: number) {}

  protected abstract walk(): Promise<void>;

  onApplicationBootstrap(): void {
    this.begin();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.underWay;
  }

  private begin(): void {
    this.underWay = this.walk()
      .catch((error: unknown) => this.log.error(`the round failed: ${String(error)}`))
      .then(() => {
        if (!this.isStopped) this.timer = setTimeout(() => this.begin(), this.pauseMs);
      });
  }
}
