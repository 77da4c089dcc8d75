import { signHead } from '@phien/till';
import type { RescueFile } from '@phien/till';
import type { Keep } from '../keep/keep';
import { headAfter } from '../keep/queue';
import { cutRequest } from './request.rules';

/** Everything that this phone ever issued, sent or not, as the deliveries that it would send. */
export async function rescueFile(keep: Keep): Promise<RescueFile> {
  const deliveries: RescueFile['deliveries'] = [];
  for (const enrolment of await keep.getAll('enrolments')) {
    const { fairId, registerId, epoch, privateKey } = enrolment;
    const all = IDBKeyRange.bound([registerId, epoch, 0], [registerId, epoch, Infinity]);
    let rest = await keep.getAll('documents', all);
    while (rest.length > 0) {
      const batch = cutRequest(rest);
      rest = rest.slice(batch.length);
      const last = batch.at(-1);
      if (!last) break;
      const head = headAfter(enrolment, last);
      deliveries.push({
        fairId,
        registerId,
        documents: batch.map(({ text }) => text),
        head: { epoch, sequence: head.sequence, hash: head.hash },
        signature: await signHead(privateKey, head),
      });
    }
  }
  return { format: 'phien-rescue', version: 1, madeAt: new Date().toISOString(), deliveries };
}
