import { Chance } from './chance.rules';
import { ConnectionCut, Faults } from './faults';

const counts = () => ({ resend: 0, cut: 0, parallel: 0 });

async function knock(faults: Faults, times: number, door: (cut?: AbortSignal) => Promise<number>) {
  let cut = 0;
  let answered = 0;
  for (let at = 0; at < times; at += 1) {
    try {
      answered += (await faults.send(door)).answers.length;
    } catch (failure) {
      expect(failure).toBeInstanceOf(ConnectionCut);
      cut += 1;
    }
  }
  return { cut, answered };
}

it('asks once and changes nothing while faults are off', async () => {
  const made = counts();
  const faults = new Faults(false, new Chance('1', 'x'), made);
  expect(await knock(faults, 50, () => Promise.resolve(1))).toEqual({ cut: 0, answered: 50 });
  expect(made).toEqual(counts());
});

it('cuts, doubles and resends, and counts each', async () => {
  const made = counts();
  const faults = new Faults(true, new Chance('1', 'x'), made);
  let heardCut = 0;
  const neverAnswers = (cut?: AbortSignal) =>
    cut
      ? new Promise<number>((_, reject) => {
          cut.addEventListener('abort', () => {
            heardCut += 1;
            reject(new Error('aborted'));
          });
        })
      : Promise.resolve(1);
  const { cut, answered } = await knock(faults, 200, neverAnswers);
  expect(cut).toBe(made.cut);
  expect(heardCut).toBe(made.cut);
  expect(Math.min(made.cut, made.parallel, made.resend)).toBeGreaterThan(0);
  expect(answered).toBe(200 - made.cut + made.parallel + made.resend);
});

it('hands on what the door itself says, also when a cut was meant', async () => {
  const faults = new Faults(true, new Chance('2', 'x'), counts());
  for (let at = 0; at < 100; at += 1) {
    await expect(faults.send(() => Promise.reject(new Error('shut')))).rejects.toThrow('shut');
  }
});
