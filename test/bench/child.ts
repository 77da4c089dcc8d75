import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** A process of a bench's own that answers each order with one message, in turn. It ends when we do. */
export class Child<Order extends object, Answer> {
  private readonly process: ChildProcess;

  /** `program` is a compiled file, named from this folder; `own` is what its environment holds besides. */
  constructor(program: string, own: NodeJS.ProcessEnv = {}, nodeFlags = process.execArgv) {
    this.process = fork(join(__dirname, `${program}.js`), {
      serialization: 'advanced',
      env: { ...process.env, ...own },
      execArgv: nodeFlags,
    });
  }

  get pid(): number {
    return this.process.pid!;
  }

  /** Its next message. Throws when it ends without one. */
  next(): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`a process ended with ${code}`));
      this.process.once('exit', ended);
      this.process.once('message', (answer) => {
        this.process.off('exit', ended);
        resolve(answer as Answer);
      });
    });
  }

  ask(order: Order): Promise<Answer> {
    const answer = this.next();
    this.process.send(order);
    return answer;
  }

  end(): void {
    this.process.kill('SIGKILL');
  }
}
