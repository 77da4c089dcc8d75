import { newId } from '@phien/kernel';
import { TillChain } from '@phien/till';
import type { TillMoment } from '@phien/till';

/** Ten in the morning of a fair day at booth A12: what a till puts into each of its documents. */
export const moment: TillMoment = {
  at: new Date('2025-11-20T03:00:00Z'),
  clockOffsetMs: 0,
  lastContactAt: null,
  exhibitorId: newId(),
  boothId: newId(),
  boothCode: 'A12',
  zoneId: newId(),
  shiftId: newId(),
  cashier: 'Lan',
};

/** The chain of a phone that has issued nothing yet. */
export const newChain = () =>
  new TillChain({
    fairId: newId(),
    registerId: newId(),
    epoch: 1,
    sequence: 0,
    hash: '0'.repeat(64),
  });
