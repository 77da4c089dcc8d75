import { Module } from '@nestjs/common';
import { IdentityModule } from '@phien/identity';
import { PlanningModule } from '@phien/planning';
import { SalesModule } from '@phien/sales';
import { BoardCoverageController } from './board/board-coverage.controller';
import { BoardMapController } from './board/board-map.controller';
import { BoardPlacesController } from './board/board-places.controller';
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
import { LiveWords } from './live/live-words';
import { ReadFilesVersions } from './live/read-files-versions';
import { RecheckViewers } from './live/recheck-viewers';
import { FindWallLink } from './wall/find-wall-link';
import { IssueWallLink } from './wall/issue-wall-link';
import { ListWallLinks } from './wall/list-wall-links';
import { ReadWall } from './wall/read-wall';
import { ReadWallBoard } from './wall/read-wall-board';
import { ReadWallBooths } from './wall/read-wall-booths';
import { ReadWallLink } from './wall/read-wall-link';
import { ReadWallPlan } from './wall/read-wall-plan';
import { ReadWallViewer } from './wall/read-wall-viewer';
import { RevokeWallLink } from './wall/revoke-wall-link';
import { WallController } from './wall/wall.controller';
import { WallLinksController } from './wall/wall-links.controller';

@Module({
  imports: [DashboardModule, IdentityModule, PlanningModule, SalesModule],
  controllers: [
    BoardController,
    BoardCoverageController,
    BoardMapController,
    BoardPlacesController,
    BoothWorkController,
    EarlierFairController,
    ExhibitorFiguresController,
    WallController,
    WallLinksController,
  ],
  providers: [
    Admission,
    BoardGateway,
    FindWallLink,
    IssueWallLink,
    ListWallLinks,
    LiveBoard,
    LivePace,
    LiveWords,
    ReadFilesVersions,
    ReadBoothWork,
    ReadWall,
    ReadWallBoard,
    ReadWallBooths,
    ReadWallLink,
    ReadWallPlan,
    ReadWallViewer,
    RecheckViewers,
    RevokeWallLink,
  ],
})
export class DashboardHttpModule {}
