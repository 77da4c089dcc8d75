const LOOK_MS = 10;
/* Only against what hangs. */
const DEADLINE_MS = 60_000;

/** Asks again until the answer is something; throws when it is still nothing at the deadline. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | null | false | Promise<T | undefined | null | false>,
): Promise<T> {
  const deadline = Date.now() + DEADLINE_MS;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`still not: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
