import { factsOf, paperFile, type Parcel } from '@phien/parcel';
import { canonicalText } from '@phien/till';
import { createHash } from 'node:crypto';
import { hexOf, type ClosingRow, type PaperFileRow, type PaperRow } from './archive-rows';
import { rowsOf } from './read-rows';
import type { Faults } from './verdict';

const PAPER = factsOf('paper');

/**
 * Every other paper against its hash, and against the closings that it says it stands on; every file of
 * one against the bytes that lie here. Answers how many files there are. What a paper says is not worked
 * out anew: it is the record of what was said when it was asked for.
 */
export async function checkPapers(parcel: Parcel, faults: Faults): Promise<number> {
  const closings = new Map<string, string>();
  for await (const { day, revision, hash } of rowsOf<ClosingRow>(parcel, 'closing')) {
    closings.set(`${day} r${revision}`, hexOf(hash));
  }
  const papers = new Map<string, Pick<PaperRow, 'id' | 'kind' | 'day' | 'edition'>>();
  for await (const row of rowsOf<PaperRow>(parcel, 'paper')) {
    const { id, kind, day, edition, content } = row;
    papers.set(id, { id, kind, day, edition });
    const name = `${kind} ${day ?? ''} e${edition} ${id}`;
    const hash = createHash('sha256').update(canonicalText(content), 'utf8').digest('hex');
    if (hash !== hexOf(row.content_hash)) faults.add(PAPER, `${name}: says something else`);
    for (const of of content.days ?? []) {
      if (of.closingHash === null) continue;
      if (closings.get(`${of.day} r${of.revision}`) !== of.closingHash) {
        faults.add(PAPER, `${name}: stands on a closing that is not here`);
      }
    }
  }
  const parts = new Map(parcel.manifest.parts.map((part) => [part.name, part.sha256]));
  let count = 0;
  for await (const row of rowsOf<PaperFileRow>(parcel, 'paper_file')) {
    count += 1;
    const paper = papers.get(row.paper_id);
    if (paper === undefined) {
      faults.add(factsOf('paper_file'), `a file of no paper: ${row.paper_id}`);
      continue;
    }
    const name = paperFile({ paper, language: row.language, format: row.format });
    if (parts.get(name) !== hexOf(row.sha256)) faults.add(name, 'not the file that was made');
  }
  return count;
}
