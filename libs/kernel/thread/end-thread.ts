/** What is needed of a worker thread to end it; the kernel itself knows no threads. */
export interface EndableThread {
  terminate(): Promise<number>;
  unref(): void;
}

interface ThreadPort {
  on(event: 'message', hear: () => void): unknown;
}

const PATIENCE = { settleMs: 200, longestMs: 2_000 };

/**
 * Keeps a thread that has said its last word until it is ended, by `endThread`. Node may otherwise
 * wait for ever: its thread is over, V8 still compiles parts of it beside, wants memory to be
 * collected for that, and the thread, which alone could do so, waits for V8.
 */
export function stayUntilEnded(port: ThreadPort | null): void {
  port?.on('message', () => undefined);
}

/**
 * Ends a thread that is not needed any more: a moment later, when nothing of it is being compiled. One
 * that does not end all the same is left to itself.
 */
export async function endThread(thread: EndableThread, patience = PATIENCE): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, patience.settleMs));
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => {
      thread.unref();
      resolve();
    }, patience.longestMs);
    thread
      .terminate()
      .finally(() => clearTimeout(late))
      .then(() => resolve(), reject);
  });
}
