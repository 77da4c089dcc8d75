const { stdout } = process;

/* Whoever read our lines may be gone before us; that must not keep us from closing in order. */
stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

export function say(line: string): void {
  stdout.write(`${line}\n`);
}

export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Runs `work` and prints one line with a tick and the seconds it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const startedMs = performance.now();
  if (stdout.isTTY) stdout.write(`  … ${title}`);
  const clear = () => stdout.isTTY && stdout.write('\r\x1b[K');
  try {
    const result = await work();
    clear();
    say(`  ✓ ${title} (${((performance.now() - startedMs) / 1000).toFixed(1)} s)`);
    return result;
  } catch (failure) {
    clear();
    throw failure;
  }
}
