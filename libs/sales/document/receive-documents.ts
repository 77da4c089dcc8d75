import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, isId } from '@phien/kernel';
import {
  documentLimits,
  headMessage,
  readDocument,
  readEnvelope,
  type DocumentEnvelope,
} from '@phien/till';
import { isSignedBy } from '../register/register-key';
import { momentOf, type Standing } from './booking.rules';
import type { DeliveredDocument } from './delivery';
import type { DeliverDocumentsDto, DeliveryAnswerDto } from './document.dto';
import {
  documentElsewhere,
  documentTooLarge,
  documentUnreadable,
  headDiffers,
  registerUnknown,
  signatureInvalid,
} from './document.refusals';
import { DocumentGatherer, type Load } from './document-gatherer';
import { EpochKeys } from './epoch-keys';

/** Where a delivery is addressed. */
export interface Address {
  fairId: string;
  registerId: string;
}

/**
 * Takes a till's documents: who (the epoch's key signs the head), where (all of this register and
 * epoch), then hands them to the ledger. Answers after COMMIT. Nothing is refused for what it says,
 * only for more than `documentLimits.textBytes` or no readable place in a chain.
 */
@Injectable()
export class ReceiveDocuments {
  constructor(
    private readonly keys: EpochKeys,
    private readonly gatherer: DocumentGatherer,
    private readonly clock: Clock,
  ) {}

  async run(address: Address, delivery: DeliverDocumentsDto): Promise<DeliveryAnswerDto> {
    const { fairId, registerId } = address;
    const { epoch } = delivery.head;
    this.gatherer.refuseBeyondRoom(loadOf(delivery));
    const isAddress = isId(fairId) && isId(registerId);
    const known = isAddress && (await this.keys.find(fairId, registerId, epoch));
    if (!known) throw registerUnknown();
    const receivedAt = this.clock.now();
    const documents = delivery.documents
      .map((text, at) => delivered(text, at, address, epoch, known.standing, receivedAt))
      .sort((a, b) => a.sequence - b.sequence);
    const last = documents.at(-1);
    const hash = Buffer.from(delivery.head.hash, 'hex');
    if (last?.sequence !== delivery.head.sequence || !last.hash.equals(hash)) throw headDiffers();
    const signature = Buffer.from(delivery.signature, 'base64');
    const signed = { fairId, registerId, ...delivery.head };
    if (!isSignedBy(known.key, headMessage(signed), delivery.signature)) throw signatureInvalid();

    const { answers, head } = await this.gatherer.deliver({
      ...address,
      epoch,
      standing: known.standing,
      documents,
      signature,
      receivedAt,
    });
    return {
      results: answers,
      head: { epoch, sequence: head.sequence, hash: head.hash.toString('hex') },
      serverTime: this.clock.now(),
    };
  }
}

/* A character is a byte at least. */
const loadOf = ({ documents }: DeliverDocumentsDto): Load => ({
  documents: documents.length,
  bytes: documents.reduce((bytes, { length }) => bytes + length, 0),
});

function delivered(
  text: string,
  at: number,
  { fairId, registerId }: Address,
  epoch: number,
  standing: Standing,
  receivedAt: Date,
): DeliveredDocument {
  const canonical = Buffer.from(text, 'utf8');
  if (canonical.length > documentLimits.textBytes) throw documentTooLarge(at);
  const reading = readDocument(text);
  const named = reading.ok ? reading.document : envelopeOf(text, at);
  if (named.fairId !== fairId || named.registerId !== registerId || named.epoch !== epoch) {
    throw documentElsewhere(at);
  }
  const previousHash = Buffer.from(named.previousHash, 'hex');
  return {
    documentId: named.id,
    sequence: named.sequence,
    previousHash,
    hash: hashOf(previousHash, canonical),
    canonical,
    originalId: named.originalId,
    reading,
    moment: reading.ok ? momentOf(reading.document, standing, receivedAt) : undefined,
  };
}

/* `linkHash` of libs/till at a seventh of its cost; the ledger computes it a third time, and refuses another. */
const hashOf = (previousHash: Buffer, canonical: Buffer) =>
  createHash('sha256').update(previousHash).update(canonical).digest();

function envelopeOf(text: string, at: number): DocumentEnvelope {
  const envelope = readEnvelope(text);
  if (!envelope.ok) throw documentUnreadable(at);
  return envelope.envelope;
}
