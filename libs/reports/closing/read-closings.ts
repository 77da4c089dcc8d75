import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { ClosingHead } from './closing-head.entity';
import { Closing } from './closing.entity';
import type { SealedClosing } from './closing.rules';

/** Which closings of one fair: of a day, of one revision, or all. */
export interface ClosingsWanted {
  fairId: string;
  day?: string;
  revision?: number;
}

/** Closings with their heads, ascending by day and revision, in the shape that was hashed. */
export async function readClosings(
  em: EntityManager,
  wanted: ClosingsWanted,
): Promise<SealedClosing[]> {
  const where: FindOptionsWhere<ClosingsWanted> = { ...wanted };
  const closings = await em
    .getRepository(Closing)
    .find({ where, order: { day: 'ASC', revision: 'ASC' } });
  const heads = await em
    .getRepository(ClosingHead)
    .find({ where, order: { registerId: 'ASC', epoch: 'ASC' } });
  return closings.map(({ closedBy: _, ...closing }) => ({
    ...closing,
    documentsHash: closing.documentsHash.toString('hex'),
    declaredHash: closing.declaredHash?.toString('hex') ?? null,
    hash: closing.hash.toString('hex'),
    heads: heads
      .filter((head) => head.day === closing.day && head.revision === closing.revision)
      .map((head) => ({
        registerId: head.registerId,
        epoch: head.epoch,
        sequence: head.sequence,
        hash: head.hash.toString('hex'),
        signedSequence: head.signedSequence,
      })),
  }));
}
