const everyMs = 2_000;

/** One line that is rewritten on a terminal, and said now and then where it would pile up. */
export class ProgressLine {
  #saidMs = 0;
  #isOpen = false;

  constructor(private readonly out: NodeJS.WriteStream) {}

  show(line: string): void {
    if (this.out.isTTY) {
      this.out.write(`\r\x1b[K  ${line}`);
      this.#isOpen = true;
      return;
    }
    const nowMs = performance.now();
    if (nowMs - this.#saidMs < everyMs) return;
    this.#saidMs = nowMs;
    this.out.write(`  ${line}\n`);
  }

  /** A line that stays. */
  say(line: string): void {
    this.out.write(`${this.#isOpen ? '\r\x1b[K' : ''}${line}\n`);
    this.#isOpen = false;
  }
}
