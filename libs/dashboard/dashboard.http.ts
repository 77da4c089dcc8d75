import { Module } from '@nestjs/common';
import { IdentityModule } from '@phien/identity';
import { PlanningModule } from '@phien/planning';
import { SalesModule } from '@phien/sales';
import { BoardCoverageController } from './board/board-coverage.controller';
import { BoardMapController } from './board/board-map.controller';
import { BoardController } from './board/board.controller';
import { EarlierFairController } from './board/earlier-fair.controller';
import { BoothWorkController } from './booth-work/booth-work.controller';
import { ReadBoothWork } from './booth-work/read-booth-work';
import { DashboardModule } from './dashboard.module';
import { ExhibitorFiguresController } from './exhibitor-figures/exhibitor-figures.controller';
import { Admission } from './live/admission';
import { BoardGateway } from './live/board.gateway';
import { LiveBoard } from './live/live-board';
import { LivePace } from './live/live-pace';
import { LivePlan } from './live/live-plan';
import { RecheckViewers } from './live/recheck-viewers';

@Module({
  imports: [DashboardModule, IdentityModule, PlanningModule, SalesModule],
  controllers: [
    BoardController,
    BoardCoverageController,
    BoardMapController,
    BoothWorkController,
    EarlierFairController,
    ExhibitorFiguresController,
  ],
  providers: [
    Admission,
    BoardGateway,
    LiveBoard,
    LivePace,
    LivePlan,
    ReadBoothWork,
    RecheckViewers,
  ],
})
export class DashboardHttpModule {}
