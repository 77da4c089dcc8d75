import { Injectable } from '@nestjs/common';
import { CountersCheck } from './counters-check';
import { DeclaredRollupCheck } from './declared-rollup-check';
import { LedgerCheck } from './ledger-check';
import type { ReconciliationCheck } from './reconciliation-check';
import { SalesRollupCheck } from './sales-rollup-check';
import { VisitsRollupCheck } from './visits-rollup-check';

/** Every check a reconciliation makes. A library adds its own when its module starts. */
@Injectable()
export class ReconciliationChecks {
  private readonly checks: ReconciliationCheck[] = [
    new LedgerCheck(),
    new SalesRollupCheck(),
    new DeclaredRollupCheck(),
    new CountersCheck(),
    new VisitsRollupCheck(),
  ];

  add(check: ReconciliationCheck): void {
    this.checks.push(check);
  }

  all(): readonly ReconciliationCheck[] {
    return this.checks;
  }
}
