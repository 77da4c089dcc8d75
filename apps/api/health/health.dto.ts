import { FairReconciliation } from '@phien/dashboard';

export class ClockDto {
  /** Fair time, which is real time unless the clock is moved. */
  now: Date;

  /** Fair seconds in a real second. */
  speed: number;

  /** Whether fair time is not real time: for the demo and tests only. */
  isMoved: boolean;
}

export class HealthDto {
  /** `degraded`: it sells and shows, and something is away, does not add up, or is not compared. */
  status: 'ok' | 'degraded';

  version: string;

  database: 'ok';

  /** Where jobs are kept. */
  queue: 'ok' | 'away';

  /** What carries words between processes. */
  bus: 'ok' | 'away';

  clock: ClockDto;

  /** The last comparison of every fair, and the fairs whose comparison does not come. */
  reconciliation: FairReconciliation[];
}
