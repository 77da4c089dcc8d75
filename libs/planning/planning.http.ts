import { Module } from '@nestjs/common';
import { AllocationsController } from './allocation/allocations.controller';
import { ApplicationDecisionsController } from './application/application-decisions.controller';
import { ApplicationsController } from './application/applications.controller';
import { OwnApplicationController } from './application/own-application.controller';
import { PublicApplicationsController } from './application/public-applications.controller';
import { BanksController } from './bank/banks.controller';
import { DrawsController } from './draw/draws.controller';
import { PublicDrawsController } from './draw/public-draws.controller';
import { DossierFilesController } from './dossier/dossier-files.controller';
import { DossiersController } from './dossier/dossiers.controller';
import { DuplicatesController } from './duplicate/duplicates.controller';
import { DelegationsController } from './delegation/delegations.controller';
import { LeadsController } from './delegation/leads.controller';
import { SumsController } from './delegation/sums.controller';
import { OffersController } from './allocation/offers.controller';
import { StepsController } from './allocation/steps.controller';
import { ExhibitorsController } from './exhibitor/exhibitors.controller';
import { PaymentAccountsController } from './exhibitor/payment-accounts.controller';
import { FairSettingsController } from './fair/fair-settings.controller';
import { FairsController } from './fair/fairs.controller';
import { FeeTariffController } from './fee/fee-tariff.controller';
import { FeesController } from './fee/fees.controller';
import { PlanBackdropController } from './plan-backdrop/plan-backdrop.controller';
import { PlanDraftController } from './plan-draft/plan-draft.controller';
import { PlanPreviewsController } from './plan/plan-previews.controller';
import { PlanSheetController } from './plan-sheet/plan-sheet.controller';
import { PlanController } from './plan/plan.controller';
import { PointsController } from './points/points.controller';
import { PlanningModule } from './planning.module';
import { ProductClassesController } from './product/product-classes.controller';
import { ProductPhotosController } from './product/product-photos.controller';
import { ProductsController } from './product/products.controller';
import { RosterDraftsController } from './roster/roster-drafts.controller';
import { RosterController } from './roster/roster.controller';
import { AskSuggestion } from './suggestion/ask-suggestion';
import { SuggestionQueueModule } from './suggestion/suggestion-queue';
import { AcceptancesController } from './suggestion/acceptances.controller';
import { ReasonsController } from './suggestion/reasons.controller';
import { SuggestionController } from './suggestion/suggestion.controller';
import { SuggestionsController } from './suggestion/suggestions.controller';

/** The door of planning. */
@Module({
  imports: [PlanningModule, SuggestionQueueModule],
  providers: [AskSuggestion],
  controllers: [
    FairsController,
    FairSettingsController,
    PlanPreviewsController,
    PlanController,
    PlanDraftController,
    PlanSheetController,
    PlanBackdropController,
    ExhibitorsController,
    DelegationsController,
    DossiersController,
    DossierFilesController,
    DuplicatesController,
    LeadsController,
    SumsController,
    ProductsController,
    AllocationsController,
    OffersController,
    BanksController,
    PaymentAccountsController,
    ProductClassesController,
    ProductPhotosController,
    RosterController,
    RosterDraftsController,
    StepsController,
    DrawsController,
    PublicDrawsController,
    ApplicationsController,
    ApplicationDecisionsController,
    OwnApplicationController,
    PublicApplicationsController,
    PointsController,
    FeeTariffController,
    FeesController,
    SuggestionController,
    AcceptancesController,
    ReasonsController,
    SuggestionsController,
  ],
})
export class PlanningHttpModule {}
