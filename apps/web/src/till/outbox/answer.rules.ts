import type { components } from '../../api/schema.generated';
import type { KeptDocument } from '../keep/keep';

export type DeliveryAnswer = components['schemas']['DeliveryAnswerDto'];

export interface Consequence {
  /** What becomes of each document that was answered for. */
  marks: Pick<KeptDocument, 'sequence' | 'sent' | 'booking' | 'code'>[];
  /** Everything after this number is to be sent again; null when nothing is. */
  resendAfter: number | null;
  /** The ledger knows another document under a number or id of this till. */
  hasConflict: boolean;
}

/**
 * What a delivery's answer means for the documents that were sent. `hashAt` is this till's own
 * hash of a number: when the ledger's head is another, its chain is not ours.
 */
export function consequenceOf(
  sent: readonly KeptDocument[],
  answer: DeliveryAnswer,
  hashAt: (sequence: number) => string | undefined,
): Consequence {
  const marks: Consequence['marks'] = [];
  let isBehind = false;
  const answers = new Map(answer.results.map((result) => [result.id, result]));
  for (const { id, sequence } of sent) {
    const result = answers.get(id);
    if (!result) continue;
    const { link, booking, code } = result;
    if (link === 'stored' || link === 'duplicate') {
      marks.push({ sequence, sent: 'sent', booking, code });
    } else if (link === 'conflict') {
      marks.push({ sequence, sent: 'conflict', booking: null, code });
    } else {
      isBehind = true;
    }
  }
  const { sequence, hash } = answer.head;
  const ownHash = sequence === 0 ? hash : hashAt(sequence);
  const isOtherChain = ownHash !== undefined && ownHash !== hash;
  if (isOtherChain) {
    const first = sent.find((one) => !marks.some((mark) => mark.sequence === one.sequence));
    if (first && !marks.some((mark) => mark.sent === 'conflict')) {
      marks.push({
        sequence: first.sequence,
        sent: 'conflict',
        booking: null,
        code: 'head_differs',
      });
    }
  }
  const hasConflict = marks.some((mark) => mark.sent === 'conflict');
  return { marks, resendAfter: isBehind && !hasConflict ? sequence : null, hasConflict };
}

/**
 * The server's clock less the till's, from one request. Null when the till's clock was set while
 * the answer was under way: wall and running clock then disagree.
 */
export function offsetOf(
  serverTime: string,
  request: { sentAtMs: number; heardAtMs: number; tookMs: number },
): number | null {
  const { sentAtMs, heardAtMs, tookMs } = request;
  if (Math.abs(heardAtMs - sentAtMs - tookMs) > 2_000) return null;
  return Math.round(Date.parse(serverTime) - (sentAtMs + heardAtMs) / 2);
}
