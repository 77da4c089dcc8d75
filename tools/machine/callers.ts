import {
  isRunning,
  parentOf,
  programOf,
  runningProcess,
  type RunningProcess,
} from './running-process';

const shells = ['sh', 'dash', 'bash', 'zsh', 'ash', 'busybox'];
const lookEveryMs = 250;

/**
 * Calls `whenGone` once when the npm that runs us is gone, or the shell between it and us: killed
 * by -9 they tell nobody. Who started npm is not watched: a fair opened with `nohup npm start &`
 * stays open after its terminal.
 */
export function watchCallers(whenGone: () => void): void {
  const callers = process.env.npm_lifecycle_event === undefined ? [] : npmAbove();
  process.once('disconnect', whenGone);
  process.channel?.unref();
  if (callers.length === 0) return;
  const look = setInterval(() => {
    if (callers.every(isRunning)) return;
    clearInterval(look);
    whenGone();
  }, lookEveryMs);
  look.unref();
}

function npmAbove(): RunningProcess[] {
  const found: RunningProcess[] = [];
  let pid: number | null = process.ppid;
  while (pid !== null && pid > 1) {
    const caller = runningProcess(pid);
    if (caller === null) break;
    found.push(caller);
    if (!shells.includes(programOf(pid))) break;
    pid = parentOf(pid);
  }
  return found;
}
