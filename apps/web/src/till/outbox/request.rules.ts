import type { KeptDocument } from '../keep/keep';

/** What one delivery holds at most; the door takes 200 documents and 1 MiB. */
export const requestLimits = { documents: 200, bytes: 900_000 };

/* JSON writes every quote and backslash of a document's text twice. */
const bytesIn = (text: string) => new TextEncoder().encode(JSON.stringify(text)).length + 1;

/**
 * The first documents of a queue that fit into one request, in their order; at least one, since
 * none is larger than a request.
 */
export function cutRequest(queue: readonly KeptDocument[], limits = requestLimits): KeptDocument[] {
  const cut: KeptDocument[] = [];
  let bytes = 0;
  for (const document of queue) {
    bytes += bytesIn(document.text);
    if (cut.length > 0 && (cut.length === limits.documents || bytes > limits.bytes)) break;
    cut.push(document);
  }
  return cut;
}

const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

/** How long to wait after so many failures in a row; half of it is chance, so tills do not march. */
export function backOffMs(failures: number, retryAfterMs: number | null, chance: number): number {
  const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - 1, 10));
  return Math.max(retryAfterMs ?? 0, wait / 2) + (wait / 2) * chance;
}
