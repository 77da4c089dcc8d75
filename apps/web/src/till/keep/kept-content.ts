import type { TillDocument } from '@phien/till';
import type { KeptDocument } from './keep';

/* A document's text never changes, so it is read once. */
const contents = new Map<string, TillDocument>();

/** What a kept document says: `TillChain` had it read by the ledger's own reader before it was kept. */
export function contentOf({ hash, text }: KeptDocument): TillDocument {
  const known = contents.get(hash);
  if (known) return known;
  const document = JSON.parse(text) as TillDocument;
  contents.set(hash, document);
  return document;
}
