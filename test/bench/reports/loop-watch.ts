import { nowMs } from '../figures';

/** How long the event loop stood still at most, by the clock and by the processor time it used. */
export interface LongestBlock {
  wallMs: number;
  /** Of all threads of the process: no less than the loop itself used. */
  processorMs: number;
}

const processorMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** Asks to be called again at once, over and over, and notes how late that was. */
export class LoopWatch {
  private timer: NodeJS.Timeout | undefined;
  private readonly longest: LongestBlock = { wallMs: 0, processorMs: 0 };

  begin(): this {
    let at = nowMs();
    let used = processorMs();
    const look = () => {
      const [now, usedNow] = [nowMs(), processorMs()];
      this.longest.wallMs = Math.max(this.longest.wallMs, now - at - 1);
      this.longest.processorMs = Math.max(this.longest.processorMs, usedNow - used);
      [at, used] = [now, usedNow];
      this.timer = setTimeout(look, 1);
    };
    this.timer = setTimeout(look, 1);
    return this;
  }

  end(): LongestBlock {
    clearTimeout(this.timer);
    return { ...this.longest };
  }
}
