import { Module } from '@nestjs/common';
import { DashboardModule } from './dashboard.module';
import { FoldLoop } from './fold/fold-loop';
import { ReconcileLoop } from './reconcile/reconcile-loop';

@Module({ imports: [DashboardModule], providers: [FoldLoop, ReconcileLoop] })
export class DashboardWorkerModule {}
