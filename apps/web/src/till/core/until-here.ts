const againMs = 2_000;

/** A part that does not come is asked for until it comes: a till has no page to go back to. */
export function untilHere<Part>(ask: () => Promise<Part>): Promise<Part> {
  return ask().catch(
    () => new Promise<Part>((come) => setTimeout(() => come(untilHere(ask)), againMs)),
  );
}
