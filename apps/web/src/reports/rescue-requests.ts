import { readRescueFile } from '@phien/till';
import { answered, client, present } from '../api/client';
import { Problem } from '../api/problem';

/** What became of the documents of a rescue file. */
export interface Brought {
  /** New to the ledger. */
  stored: number;
  /** The ledger had them. */
  known: number;
  /** Of the new ones, those that wait for a decision. */
  setAside: number;
  /** Of another fair, or not what their phone signed. */
  refused: number;
}

/**
 * Delivers a phone's rescue file, in its order, through the door that the phone itself uses. Throws
 * Problem `rescue_file_unreadable`, or `unreachable` on the way: brought again, nothing counts twice.
 */
export async function bringRescueFile(fairId: string, text: string): Promise<Brought> {
  const reading = readRescueFile(text);
  if (!reading.ok) throw new Problem(422, reading.code);
  const brought: Brought = { stored: 0, known: 0, setAside: 0, refused: 0 };
  for (const { fairId: ofFair, registerId, ...delivery } of reading.file.deliveries) {
    if (ofFair !== fairId) {
      brought.refused += delivery.documents.length;
      continue;
    }
    try {
      const params = { path: { fairId, registerId } };
      const { results } = present(
        await answered(
          client.POST('/api/fairs/{fairId}/registers/{registerId}/documents', {
            params,
            body: delivery,
          }),
        ),
      );
      for (const { link, booking } of results) {
        if (link === 'stored') brought.stored += 1;
        else if (link === 'duplicate') brought.known += 1;
        else brought.refused += 1;
        if (link === 'stored' && booking === 'set_aside') brought.setAside += 1;
      }
    } catch (failure) {
      const isJudged = failure instanceof Problem && failure.status >= 400 && failure.status < 500;
      if (!isJudged || failure.status === 429) throw failure;
      brought.refused += delivery.documents.length;
    }
  }
  return brought;
}
