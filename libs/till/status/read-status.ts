import { isId } from '@phien/kernel';
import { canonicalText } from '../document/canonical-text';
import { documentLimits } from '../document/document-limits';
import {
  isEpoch,
  isFields,
  isInstant,
  isText,
  isWhole,
  isWholeOrNull,
} from '../document/document.rules';
import { statusLimits, type TillStatus } from './till-status';

export type StatusReading = { ok: true; status: TillStatus } | { ok: false };

const unreadable: StatusReading = { ok: false };

const isCount = (value: unknown, most: number): value is number =>
  isWhole(value) && value >= 0 && value <= most;
const isBytesOrNull = (value: unknown) => isWholeOrNull(value) && (value ?? 0) >= 0;
const isFlagOrNull = (value: unknown) => value === null || typeof value === 'boolean';

const fields = [
  'appBuild',
  'clashCount',
  'clockOffsetMs',
  'epoch',
  'fairId',
  'isCartEmpty',
  'isInstalled',
  'isStorageKept',
  'number',
  'registerId',
  'saidAt',
  'sequence',
  'shiftOpenedAt',
  'storageQuotaBytes',
  'storageUsedBytes',
  'unsentCount',
  'v',
].join();

/** A status from its canonical text, every field within its bounds. Never throws. */
export function readStatus(text: string): StatusReading {
  if (text.length > statusLimits.textLength) return unreadable;
  let content: unknown;
  try {
    content = JSON.parse(text);
    if (!isFields(content) || canonicalText(content) !== text) return unreadable;
  } catch {
    return unreadable;
  }
  const fits =
    Object.keys(content).join() === fields &&
    content.v === 1 &&
    isId(content.fairId) &&
    isId(content.registerId) &&
    isEpoch(content.epoch) &&
    isCount(content.number, Number.MAX_SAFE_INTEGER) &&
    content.number >= 1 &&
    isInstant(content.saidAt) &&
    isWhole(content.clockOffsetMs) &&
    Math.abs(content.clockOffsetMs) <= documentLimits.clockOffsetMs &&
    isCount(content.sequence, Number.MAX_SAFE_INTEGER) &&
    isCount(content.unsentCount, statusLimits.count) &&
    isCount(content.clashCount, statusLimits.count) &&
    content.unsentCount + content.clashCount <= content.sequence &&
    (content.shiftOpenedAt === null || isInstant(content.shiftOpenedAt)) &&
    typeof content.isCartEmpty === 'boolean' &&
    isText(content.appBuild, statusLimits.buildLength) &&
    isFlagOrNull(content.isStorageKept) &&
    isBytesOrNull(content.storageUsedBytes) &&
    isBytesOrNull(content.storageQuotaBytes) &&
    typeof content.isInstalled === 'boolean';
  return fits ? { ok: true, status: content as unknown as TillStatus } : unreadable;
}
