import type { EntityManager } from 'typeorm';
import { SecondFactor } from './second-factor.entity';

/**
 * Takes the phone of an account away, in the caller's transaction; what it was offered and never
 * confirmed goes without a trace. Answers whether codes were taken from it.
 */
export async function retireSecondFactor(
  em: EntityManager,
  { accountId, retiredBy }: { accountId: string; retiredBy: string | null },
): Promise<boolean> {
  await em
    .createQueryBuilder()
    .delete()
    .from(SecondFactor)
    .where('account_id = :accountId AND confirmed_at IS NULL', { accountId })
    .execute();
  const { affected } = await em
    .createQueryBuilder()
    .update(SecondFactor)
    .set({ secret: null, retiredAt: new Date(), retiredBy })
    .where('account_id = :accountId AND retired_at IS NULL', { accountId })
    .execute();
  return (affected ?? 0) > 0;
}
