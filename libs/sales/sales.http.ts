import { Module } from '@nestjs/common';
import { CashiersController } from './cashier/cashiers.controller';
import { CatalogueController } from './catalogue/catalogue.controller';
import { DocumentsController } from './document/documents.controller';
import { ReceiptsController } from './receipt/receipts.controller';
import { EnrolmentsController } from './register/enrolments.controller';
import { EpochsController } from './register/epochs.controller';
import { RegistersController } from './register/registers.controller';
import { SalesModule } from './sales.module';

/** The doors of sales: registers and cashiers for people, catalogue and documents for tills. */
@Module({
  imports: [SalesModule],
  controllers: [
    CashiersController,
    CatalogueController,
    DocumentsController,
    EnrolmentsController,
    EpochsController,
    ReceiptsController,
    RegistersController,
  ],
})
export class SalesHttpModule {}
