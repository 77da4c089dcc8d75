import { BoardAnswers } from './board-answers';
import type { ReadBoardState } from './read-board-state';

/* The version is read at every question: the test may raise it between two. */
function answersAt(state: { version: number }) {
  const readState = { run: () => Promise.resolve([{ ...state, day: '2025-10-28' }]) };
  return new BoardAnswers(readState as unknown as ReadBoardState);
}

describe('equal questions to the board', () => {
  it('are read once for everybody, and again for a new version or another question', async () => {
    const state = { version: 1 };
    const answers = answersAt(state);
    let reads = 0;
    const read = () => Promise.resolve((reads += 1));
    const ask = (question: string) => answers.read('fair', [question], read);
    expect(await Promise.all(Array.from({ length: 100 }, () => ask('zone A')))).toEqual(
      Array<number>(100).fill(1),
    );
    expect(await ask('zone B')).toBe(2);
    state.version = 2;
    expect(await ask('zone A')).toBe(3);
  });

  it('are read again after a refusal', async () => {
    const answers = answersAt({ version: 1 });
    await expect(answers.read('fair', [], () => Promise.reject(new Error('no')))).rejects.toThrow();
    expect(await answers.read('fair', [], () => Promise.resolve('yes'))).toBe('yes');
  });
});
