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

/** Processor seconds of a process and the children it has now. */
export function familyProcessorSeconds(parent: number): number {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return Number(fieldsOf(name)[1]) === parent ? [Number(name)] : [];
      } catch {
        return []; // it ended while we looked
      }
    });
  return [parent, ...children].reduce((sum, pid) => {
    try {
      return sum + processorSeconds(pid);
    } catch {
      return sum;
    }
  }, 0);
}
