import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A process that cannot be mistaken for a later one with the same pid. */
export interface RunningProcess {
  pid: number;
  /** When it was born, as the machine says it; opaque. */
  born: string;
}

/** What runs under `pid` now, or null. A process that has ended but was not collected counts as gone. */
export function runningProcess(pid: number): RunningProcess | null {
  const born = process.platform === 'linux' ? bornOnLinux(pid) : bornElsewhere(pid);
  return born === null ? null : { pid, born };
}

export function isRunning(known: RunningProcess): boolean {
  return runningProcess(known.pid)?.born === known.born;
}

/** The pid of the parent of `pid`, or null when it is gone or has none. */
export function parentOf(pid: number): number | null {
  const parent =
    process.platform === 'linux' ? Number(statOf(pid)?.[1]) : Number(askPs(pid, 'ppid'));
  return parent > 0 ? parent : null;
}

/** The program a process runs, without its folder; empty when it is gone. */
export function programOf(pid: number): string {
  if (process.platform !== 'linux') return askPs(pid, 'comm').split('/').at(-1) ?? '';
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
}

/** Sends one signal after the other, each with its time, until the process is gone. */
export async function endProcess(
  known: RunningProcess,
  steps: { signal: NodeJS.Signals; waitMs: number }[],
): Promise<boolean> {
  for (const { signal, waitMs } of steps) {
    if (!isRunning(known)) return true;
    try {
      process.kill(known.pid, signal);
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== 'ESRCH') throw failure;
    }
    if (await isGoneWithin(known, waitMs)) return true;
  }
  return !isRunning(known);
}

/** Waits until the process is gone; answers false when `waitMs` pass first. */
export async function isGoneWithin(known: RunningProcess, waitMs: number): Promise<boolean> {
  const deadline = Date.now() + waitMs;
  while (isRunning(known)) {
    if (Date.now() > deadline) return false;
    await pause(25);
  }
  return true;
}

/* State, parent and the rest, after the name in brackets, which may itself hold brackets. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/* Ticks since boot, so the boot belongs to it. */
function bornOnLinux(pid: number): string | null {
  const fields = statOf(pid);
  const ticks = fields?.[19];
  if (ticks === undefined || fields?.[0] === 'Z' || fields?.[0] === 'X') return null;
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`;
}

function bornElsewhere(pid: number): string | null {
  return askPs(pid, 'stat').startsWith('Z') ? null : askPs(pid, 'lstart') || null;
}

function askPs(pid: number, field: string): string {
  try {
    const options = { encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], options).trim();
  } catch {
    return '';
  }
}
