/** How a fair's last reconciliation ended. */
export class FairReconciliation {
  fairCode: string;

  /** Fair time; null when there should have been one and was none. */
  checkedAt: Date | null;

  /** Rows in which facts and rollups differ; 0 when every figure is what the facts say. */
  differenceCount: number;

  /** Nobody has compared for so long that `differenceCount` says nothing. */
  isOverdue: boolean;
}
