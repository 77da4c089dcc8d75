import { formatVnd } from '@phien/kernel';
import type { LedgerSum } from '@phien/parcel';

/** Count, sum and hash of every fair's ledger, for a person who compares two printouts. */
export function ledgerLines(ledgers: readonly LedgerSum[]): string {
  return ledgers
    .map(
      ({ code, linkCount, documentCount, totalVnd, hash }) =>
        `  ${code}\n` +
        `    chứng từ · documents  ${documentCount} (mắt xích · links ${linkCount})\n` +
        `    tổng · total          ${formatVnd(totalVnd, 'vi')}\n` +
        `    mã băm · hash         ${hash}\n`,
    )
    .join('');
}
