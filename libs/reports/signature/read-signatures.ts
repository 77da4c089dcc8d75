import type { EntityManager } from 'typeorm';
import { ClosingSignature } from './closing-signature.entity';
import type { SignatureDto } from './signature.dto';

/** Signatures of a fair, of a day or of one revision, in the order they were given. */
export async function readSignatures(
  em: EntityManager,
  of: { fairId: string; day?: string; revision?: number },
  callerId: string | null,
): Promise<SignatureDto[]> {
  const signatures = await em.getRepository(ClosingSignature).find({
    where: of,
    order: { day: 'ASC', revision: 'ASC', signedAt: 'ASC', accountId: 'ASC' },
  });
  return signatures.map((signature) => describeSignature(signature, callerId));
}

export const describeSignature = (
  { day, revision, signerName, signedAt, exception, accountId }: ClosingSignature,
  callerId: string | null,
): SignatureDto => ({
  day,
  revision,
  signerName,
  signedAt: signedAt.toISOString(),
  exception,
  isYours: accountId === callerId,
});
