import { importAnew } from '../../ui/import-anew';

const againMs = 2_000;
const triesBeforeFreshPage = 4;

/**
 * A part that does not come is asked for until it comes: a till has no page to go back to. When
 * asking does not help and the fair answers again, the page is opened afresh; all it knows is on the
 * disk.
 */
export async function untilHere<Part>(ask: () => Promise<Part>): Promise<Part> {
  let asked = ask();
  for (let tries = 1; ; tries += 1) {
    try {
      return await asked;
    } catch (failure) {
      await new Promise((again) => setTimeout(again, againMs));
      if (tries % triesBeforeFreshPage === 0 && (await doesFairAnswer())) location.reload();
      asked = importAnew(failure, ask);
    }
  }
}

const doesFairAnswer = () =>
  fetch('/api/health', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
