import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const lookEveryMs = 400;
const longestLine = 180;

/** Follows a log and hands out its errors, one short line each. Answers how to end it. */
export function watchLog(path: string, onError: (line: string) => void): () => void {
  const file = openSync(path, 'r');
  let read = 0;
  let rest = '';
  const look = () => {
    const { size } = fstatSync(file);
    if (size <= read) return;
    const fresh = Buffer.alloc(Math.min(size - read, 1_000_000));
    read += readSync(file, fresh, 0, fresh.length, read);
    const lines = (rest + fresh.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const words = errorIn(line);
      if (words !== null) onError(words.slice(0, longestLine));
    }
  };
  const timer = setInterval(look, lookEveryMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    look();
    closeSync(file);
  };
}

/** What an error line of a log says, or null when the line is no error. */
export function errorIn(line: string): string | null {
  if (line.startsWith('{')) {
    try {
      const { level, msg } = JSON.parse(line) as { level?: number; msg?: string };
      return level !== undefined && level >= 50 ? (msg ?? line) : null;
    } catch {
      return null;
    }
  }
  return /^\S+ (?:error|fatal) (.*)$/.exec(line)?.[1] ?? (/^\w*Error: /.test(line) ? line : null);
}
