import { Module } from '@nestjs/common';
import { CashiersController } from './cashier/cashiers.controller';
import { CatalogueController } from './catalogue/catalogue.controller';
import { BoothDeclarationsController } from './declared/booth-declarations.controller';
import { DeclareLinksController } from './declared/declare-links.controller';
import { DeclaredController } from './declared/declared.controller';
import { TillDeclarationsController } from './declared/till-declarations.controller';
import { DocumentsController } from './document/documents.controller';
import { SetAsideController } from './document/set-aside.controller';
import { ReceiptsController } from './receipt/receipts.controller';
import { EnrolmentsController } from './register/enrolments.controller';
import { EpochsController } from './register/epochs.controller';
import { RegistersController } from './register/registers.controller';
import { SalesModule } from './sales.module';
import { StatusesController } from './status/statuses.controller';
import { TillsController } from './status/tills.controller';

/**
 * The doors of sales: registers and cashiers for people, catalogue and documents for tills, and what
 * booths declare outside them.
 */
@Module({
  imports: [SalesModule],
  controllers: [
    BoothDeclarationsController,
    CashiersController,
    CatalogueController,
    DeclareLinksController,
    DeclaredController,
    DocumentsController,
    EnrolmentsController,
    EpochsController,
    ReceiptsController,
    RegistersController,
    TillDeclarationsController,
    SetAsideController,
    StatusesController,
    TillsController,
  ],
})
export class SalesHttpModule {}
