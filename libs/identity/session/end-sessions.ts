import { IsNull, Not, type EntityManager } from 'typeorm';
import { Session } from './session.entity';

/** Ends what an account has open, but for the session that asks; answers how many ended. */
export async function endSessions(
  em: EntityManager,
  accountId: string,
  { butNot }: { butNot: Buffer },
): Promise<number> {
  const { affected } = await em.update(
    Session,
    { accountId, endedAt: IsNull(), tokenHash: Not(butNot) },
    { endedAt: new Date() },
  );
  return affected ?? 0;
}
