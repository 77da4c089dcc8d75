import { amountOutOfRange, documentTooLong } from '../cart/cart.refusals';
import { canonicalText } from '../document/canonical-text';
import type { DocumentDraft } from '../document/draft';
import type { TillDocument } from '../document/document';
import { documentLimits } from '../document/document-limits';
import type { DocumentFault } from '../document/document.rules';
import { readDocument } from '../document/read-document';
import { extendHead } from './chain.rules';
import type { ChainHead } from './chain.rules';

export interface ChainedDocument {
  document: TillDocument;
  /** The canonical text: what is stored, sent and hashed. */
  text: string;
  /** Hex of the hash of this link, the next one's previousHash. */
  hash: string;
}

/**
 * The growing end of one register's chain. Numbers without gaps: a draft that would not pass the
 * verifier throws before a number is spent on it: a Refusal when the seller can do something about
 * it (too long, too much money), a RangeError when the till is wrong.
 */
export class TillChain {
  #head: ChainHead;

  /** @param head where the chain stands: sequence 0 and the genesis for a new epoch */
  constructor(head: ChainHead) {
    this.#head = { ...head };
  }

  get head(): ChainHead {
    return { ...this.#head };
  }

  append(draft: DocumentDraft): ChainedDocument {
    const { fairId, registerId, epoch, sequence, hash } = this.#head;
    const numbered = {
      ...draft,
      v: 1 as const,
      fairId,
      registerId,
      epoch,
      sequence: sequence + 1,
      previousHash: hash,
    };
    const text = canonicalText(numbered);
    /* Read as the ledger will read it: also gives the till the very field order that it sends. */
    const reading = readDocument(text);
    if (!reading.ok) throw refusalOf(reading.code);
    this.#head = extendHead(this.#head, text);
    return { document: reading.document, text, hash: this.#head.hash };
  }
}

function refusalOf(fault: DocumentFault): Error {
  if (fault === 'document_too_long' || fault === 'document_too_large') return documentTooLong();
  if (fault === 'amount_out_of_range') return amountOutOfRange(documentLimits.amountVnd);
  return new RangeError(`a till does not issue such a document: ${fault}`);
}
