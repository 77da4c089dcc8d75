import { readDocument } from '@phien/till';
import type { TillDocument } from '@phien/till';
import type { KeptDocument } from './keep';

/* A document's text never changes, so it is read once. */
const contents = new Map<string, TillDocument>();

/** What a kept document says; null for a text that this version cannot read. */
export function contentOf({ hash, text }: KeptDocument): TillDocument | null {
  const known = contents.get(hash);
  if (known) return known;
  const reading = readDocument(text);
  if (!reading.ok) return null;
  contents.set(hash, reading.document);
  return reading.document;
}
