import { LEAST_HAND_COUNTS } from '@phien/visitors';
import type {
  ClosingCoverageDto,
  ClosingDifferenceDto,
  ClosingDto,
  DayCalibrationDto,
} from './closing.dto';
import { isOneBoothsMoney, type SealedClosing } from './closing.rules';
import {
  changeOfRevenue,
  splitsShown,
  type ClosingFigures,
  type DifferenceToRevision,
} from './figures.rules';

type Shown = 'with booth money' | 'without booth money';

/** A revision as it is shown; the money of single booths only to those who may see it. */
export function describeClosing(closing: SealedClosing, shown: Shown): ClosingDto {
  const { figures, heads } = closing;
  const splits = splitsShown(figures, shown === 'with booth money');
  return {
    fairId: closing.fairId,
    day: closing.day,
    revision: closing.revision,
    closedAt: closing.closedAt.toISOString(),
    closedByName: figures.closedByName,
    reason: closing.reason,
    isComplete: closing.isComplete,
    documentCount: closing.documentCount,
    totalVnd: closing.totalVnd + (closing.declaredVnd ?? 0),
    measuredVnd: closing.totalVnd,
    declaredVnd: closing.declaredVnd,
    declaredCount: closing.declaredCount,
    declaredBooths: figures.totals.declaredBooths ?? null,
    salesCount: figures.totals.salesCount,
    averageVnd: figures.totals.averageVnd,
    takenBackVnd: figures.totals.refundVnd + figures.totals.voidVnd,
    refundCount: figures.totals.refundCount,
    voidCount: figures.totals.voidCount,
    entries: closing.entries,
    calibration: calibrationOfClosing(figures),
    zones: splits.zones.map((zone) => ({
      code: zone.code,
      nameVi: zone.nameVi,
      nameEn: zone.nameEn,
      revenueVnd: zone.revenueVnd,
      salesCount: zone.salesCount,
      boothsAllocated: zone.boothsAllocated,
      boothsHeard: zone.boothsHeard,
    })),
    isDeclaredInZones: splits.isDeclaredIn,
    ...coverageOfClosing(figures),
    unclosedRegisterCount: figures.coverage.unclosedRegisters.length,
    headCount: heads.length,
    signedHeadCount: heads.filter((head) => head.signedSequence === head.sequence).length,
    documentsHash: closing.documentsHash,
    declaredHash: closing.declaredHash,
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

/** How the visits of a day were calibrated; null where nobody counted by hand. */
export function calibrationOfClosing({ visits }: ClosingFigures): DayCalibrationDto | null {
  if (!visits.calibration) return null;
  const { entries, error, methods } = visits.calibration;
  return {
    calibratedEntries: entries,
    error,
    leastCounts: LEAST_HAND_COUNTS,
    methods: methods.map(({ factorMillionths, spreadMillionths, ...method }) => ({
      ...method,
      factor: ratioOf(factorMillionths),
      spread: ratioOf(spreadMillionths),
    })),
  };
}

const ratioOf = (millionths: number | null) =>
  millionths === null ? null : millionths / 1_000_000;

function describeDifference(difference: DifferenceToRevision, shown: Shown): ClosingDifferenceDto {
  const isMoneyShown = shown === 'with booth money';
  return {
    revision: difference.revision,
    documentCount: difference.documentCount,
    declaredCount: difference.declaredCount ?? 0,
    totalVnd: isMoneyShown || !isOneBoothsMoney(difference) ? changeOfRevenue(difference) : null,
    entries: difference.entries,
    booths: difference.booths.map((booth) => ({
      boothId: booth.boothId,
      boothCode: booth.boothCode,
      documentCount: booth.documentCount,
      declaredCount: booth.declaredCount ?? 0,
      totalVnd: isMoneyShown ? changeOfRevenue(booth) : null,
    })),
  };
}
