import { Injectable } from '@nestjs/common';
import { ReadBoardState } from './read-board-state';

interface Answer {
  value: Promise<unknown>;
  isPending: boolean;
  readAtMs: number;
}

/** Names, allocations and the as-of time move without a new version: nothing is kept longer. */
const KEPT_MS = 1_000;
const AT_MOST = 200;

/**
 * Equal questions about figures of one version are read once for everybody who asks within a
 * second, so a hall full of officials with one filter costs one reading. The key must hold whatever
 * the answer depends on, what the viewer may see included.
 */
@Injectable()
export class BoardAnswers {
  private readonly answers = new Map<string, Answer>();

  constructor(private readonly readState: ReadBoardState) {}

  async read<Value>(
    fairId: string,
    question: readonly unknown[],
    read: () => Promise<Value>,
  ): Promise<Value> {
    const [state] = await this.readState.run([fairId]);
    const key = JSON.stringify([fairId, state?.version, state?.day, question]);
    const known = this.answers.get(key);
    if (known && (known.isPending || Date.now() - known.readAtMs < KEPT_MS)) {
      return known.value as Promise<Value>;
    }
    const value = read();
    const answer: Answer = { value, isPending: true, readAtMs: Date.now() };
    this.answers.delete(key);
    this.answers.set(key, answer);
    this.dropOld();
    value.then(
      () => Object.assign(answer, { isPending: false, readAtMs: Date.now() }),
      () => this.answers.delete(key),
    );
    return value;
  }

  private dropOld(): void {
    const now = Date.now();
    for (const [key, { isPending, readAtMs }] of this.answers) {
      const isOld = !isPending && now - readAtMs >= KEPT_MS;
      if (isOld || this.answers.size > AT_MOST) this.answers.delete(key);
    }
  }
}
