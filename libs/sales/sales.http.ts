import { Module } from '@nestjs/common';
import { DocumentsController } from './document/documents.controller';
import { RegistersController } from './register/registers.controller';
import { SalesModule } from './sales.module';

/** The doors of sales: registers for people, documents for tills. */
@Module({
  imports: [SalesModule],
  controllers: [RegistersController, DocumentsController],
})
export class SalesHttpModule {}
