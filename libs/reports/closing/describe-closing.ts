import type { ClosingDifferenceDto, ClosingDto } from './closing.dto';
import { isOneBoothsMoney, type SealedClosing } from './closing.rules';
import type { DifferenceToRevision } from './figures.rules';

type Shown = 'with booth money' | 'without booth money';

/** A revision as it is shown; the money of single booths only to those who may see it. */
export function describeClosing(closing: SealedClosing, shown: Shown): ClosingDto {
  const { figures, heads } = closing;
  return {
    fairId: closing.fairId,
    day: closing.day,
    revision: closing.revision,
    closedAt: closing.closedAt.toISOString(),
    closedByName: figures.closedByName,
    reason: closing.reason,
    isComplete: closing.isComplete,
    documentCount: closing.documentCount,
    totalVnd: closing.totalVnd,
    salesCount: figures.totals.salesCount,
    entries: closing.entries,
    boothsHeard: figures.coverage.boothsHeard,
    boothsAllocated: figures.coverage.boothsAllocated,
    unclosedRegisterCount: figures.coverage.unclosedRegisters.length,
    headCount: heads.length,
    signedHeadCount: heads.filter((head) => head.signedSequence === head.sequence).length,
    documentsHash: closing.documentsHash,
    hash: closing.hash,
    difference: figures.difference && describeDifference(figures.difference, shown),
  };
}

function describeDifference(difference: DifferenceToRevision, shown: Shown): ClosingDifferenceDto {
  if (shown === 'with booth money') return difference;
  return {
    ...difference,
    totalVnd: isOneBoothsMoney(difference) ? null : difference.totalVnd,
    booths: difference.booths.map((booth) => ({ ...booth, totalVnd: null })),
  };
}
