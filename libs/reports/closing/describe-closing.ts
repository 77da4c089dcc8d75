import type { ClosingCoverageDto, ClosingDifferenceDto, ClosingDto } from './closing.dto';
import { isOneBoothsMoney, type SealedClosing } from './closing.rules';
import type { ClosingFigures, DifferenceToRevision } from './figures.rules';

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
    averageVnd: figures.totals.averageVnd,
    takenBackVnd: figures.totals.refundVnd + figures.totals.voidVnd,
    refundCount: figures.totals.refundCount,
    voidCount: figures.totals.voidCount,
    entries: closing.entries,
    zones: figures.zones.map(({ zoneId: _, ...zone }) => zone),
    ...coverageOfClosing(figures),
    unclosedRegisterCount: figures.coverage.unclosedRegisters.length,
    headCount: heads.length,
    signedHeadCount: heads.filter((head) => head.signedSequence === head.sequence).length,
    documentsHash: closing.documentsHash,
    hash: closing.hash,
    difference: figures.difference && describeDifference(figures.difference, shown),
  };
}

/** What the figures of a day stand on, by name. */
export function coverageOfClosing({ booths, coverage }: ClosingFigures): ClosingCoverageDto {
  return {
    boothsHeard: coverage.boothsHeard,
    boothsAllocated: coverage.boothsAllocated,
    silentBooths: booths
      .filter((booth) => booth.isAllocated && !booth.isHeard)
      .map(({ boothCode, exhibitorNames }) => ({ boothCode, exhibitorNames })),
    unclosedRegisters: coverage.unclosedRegisters.map(({ name, boothCode, exhibitorName }) => ({
      name,
      boothCode,
      exhibitorName,
    })),
    setAsideCount: coverage.setAsideCount,
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
