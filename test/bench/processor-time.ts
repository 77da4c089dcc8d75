import { readdirSync, readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100; // USER_HZ, the same on every Linux that Node runs on

/* The command may hold spaces and brackets; what follows its last bracket is plain. */
const fieldsOf = (pid: number | string) => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

/** Processor seconds that a process (all its threads) has used. Linux only. */
export function processorSeconds(pid: number): number {
  const fields = fieldsOf(pid);
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

/** Processor seconds of a process and the children it has now, each by its id. */
export function familyProcessorTime(parent: number): Map<string, number> {
  const times = new Map<string, number>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const isOfFamily = Number(name) === parent || Number(fieldsOf(name)[1]) === parent;
      if (isOfFamily) times.set(name, processorSeconds(Number(name)));
    } catch {
      // it ended while we looked
    }
  }
  return times;
}

/** What the family has used since `before`. What a child used that has ended is not known, and not counted. */
export function familySecondsSince(before: Map<string, number>, parent: number): number {
  let used = 0;
  for (const [pid, seconds] of familyProcessorTime(parent))
    used += seconds - (before.get(pid) ?? 0);
  return used;
}
