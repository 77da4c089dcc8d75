import { Module } from '@nestjs/common';
import { IdentityModule } from '@phien/identity';
import { BoardController } from './board/board.controller';
import { DashboardModule } from './dashboard.module';
import { ExhibitorFiguresController } from './exhibitor-figures/exhibitor-figures.controller';
import { Admission } from './live/admission';
import { BoardGateway } from './live/board.gateway';
import { LiveBoard } from './live/live-board';
import { LivePace } from './live/live-pace';
import { RecheckViewers } from './live/recheck-viewers';

@Module({
  imports: [DashboardModule, IdentityModule],
  controllers: [BoardController, ExhibitorFiguresController],
  providers: [Admission, BoardGateway, LiveBoard, LivePace, RecheckViewers],
})
export class DashboardHttpModule {}
