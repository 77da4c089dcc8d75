import type { DocumentReading } from '@phien/till';
import type { Moment, Standing } from './booking.rules';
import type { Arrival, Head, LinkAnswer } from './linking.rules';

/** One document of a request: where it stands in the chain, and what could be read of it. */
export interface DeliveredDocument extends Arrival {
  canonical: Buffer;
  originalId: string | null;
  reading: DocumentReading;
  /** Known when the document could be read. */
  moment: Moment | undefined;
}

/** One verified request of one register epoch, documents ascending by sequence. */
export interface Delivery {
  fairId: string;
  registerId: string;
  epoch: number;
  standing: Standing;
  documents: DeliveredDocument[];
  signature: Buffer;
  receivedAt: Date;
}

/** What became of one document. */
export interface DocumentAnswer {
  id: string;
  link: LinkAnswer;
  booking: 'booked' | 'set_aside' | 'refused' | null;
  /** Why it was set aside, or why it clashed. */
  code: string | null;
}

/** What became of a request, and where the register's chain stands now. */
export interface DeliveryAnswer {
  answers: DocumentAnswer[];
  head: Head;
}
