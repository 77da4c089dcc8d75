import { EventEmitter } from 'node:events';

/** A queue that keeps what was put into it, and from which nobody takes. */
export class KeptJobs extends EventEmitter {
  readonly added: unknown[] = [];

  add(_name: string, job: unknown): Promise<void> {
    this.added.push(job);
    return Promise.resolve();
  }
}
