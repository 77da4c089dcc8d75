/** Which closed day reports are wanted of. */
export interface ReportOrder {
  fairId: string;
  day: string;
  revision: number;
}

/**
 * Where a closing says that its reports are wanted. Only a nudge: it may be lost, and may come
 * twice. The worker asks Postgres every minute which reports are missing.
 */
export abstract class ReportOrders {
  /** Returns at once and never throws: a closing does not wait for the queue. */
  abstract place(order: ReportOrder): void;
}
