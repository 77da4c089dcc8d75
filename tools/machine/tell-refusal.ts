import { Refusal } from '@phien/kernel';

/** Runs a command to its end: what it answers is the exit code; a refusal is told in its two sentences. */
export function runToEnd(command: () => Promise<number>): void {
  command().then(
    (code) => process.exit(code),
    (failure: unknown) => {
      const words =
        failure instanceof Refusal
          ? `  ✗ ${failure.code}\n    ${failure.sentence.vi}\n    ${failure.sentence.en}`
          : String((failure as Error).stack ?? failure);
      process.stderr.write(`${words}\n`);
      process.exit(1);
    },
  );
}
