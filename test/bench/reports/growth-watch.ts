const MEGABYTE = 1_000_000;
const LOOK_MS = 5;

/** How much memory of the machine a process holds more, at most, than when the look began. */
export class GrowthWatch {
  private timer: NodeJS.Timeout | undefined;
  private from = 0;
  private most = 0;

  begin(): this {
    this.from = process.memoryUsage.rss();
    this.most = this.from;
    this.timer = setInterval(() => this.look(), LOOK_MS);
    return this;
  }

  end(): number {
    clearInterval(this.timer);
    this.look();
    return (this.most - this.from) / MEGABYTE;
  }

  private look(): void {
    this.most = Math.max(this.most, process.memoryUsage.rss());
  }
}
