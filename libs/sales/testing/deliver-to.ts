import { Clock } from '@phien/kernel';
import type { DataSource } from 'typeorm';
import { BatchWriter } from '../document/batch-writer';
import { DocumentGatherer } from '../document/document-gatherer';
import { EpochKeys } from '../document/epoch-keys';
import { ReceiveDocuments } from '../document/receive-documents';
import type { DeliverDocumentsDto, DeliveryAnswerDto } from '../document/document.dto';
import type { TestTill } from './test-till';

/** The documents' door on a test database, with the server's clock standing at `now` (it may be moved). */
export function deliveryDoor(dataSource: DataSource, now: Date) {
  const time = { now };
  class StandingClock extends Clock {
    override now(): Date {
      return time.now;
    }
  }
  const gatherer = new DocumentGatherer(new BatchWriter(dataSource), { ring: () => undefined });
  const receive = new ReceiveDocuments(new EpochKeys(dataSource), gatherer, new StandingClock());
  const post = (till: TestTill, request: DeliverDocumentsDto): Promise<DeliveryAnswerDto> =>
    receive.run({ fairId: till.place.fairId, registerId: till.registerId }, request);
  return {
    post,
    /** Sends what the till holds unsent. */
    deliver: async (till: TestTill) => post(till, await till.request()),
    setClock: (to: Date) => {
      time.now = to;
    },
  };
}
