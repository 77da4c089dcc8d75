import { Module } from '@nestjs/common';
import { BookOrphans } from './document/book-orphans';
import { OrphansLoop } from './document/orphans-loop';
import { SalesModule } from './sales.module';

/** What sales does without being asked: refunds find their sales. */
@Module({ imports: [SalesModule], providers: [BookOrphans, OrphansLoop] })
export class SalesWorkerModule {}
