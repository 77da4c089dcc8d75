import type { Caller } from '@phien/identity';
import { isId } from '@phien/kernel';
import { exhibitorsKeptBy } from '@phien/planning';
import type { EntityManager } from 'typeorm';
import type { RegistersOf } from './list-registers';
import { Register } from './register.entity';
import { registerNotFound } from './register.refusals';

/** A register that someone means to do something with. */
export interface AskedRegister extends RegistersOf {
  registerId: string;
  accountId: string;
}

/** The registers of a fair that are the caller's: all of them, or its own exhibitor's. */
export const registersOf = (caller: Caller, fairId: string): RegistersOf => ({
  fairId,
  exhibitorIds: exhibitorsKeptBy(caller, fairId),
});

export const askedRegister = (
  caller: Caller,
  fairId: string,
  registerId: string,
): AskedRegister => ({
  ...registersOf(caller, fairId),
  registerId,
  accountId: caller.accountId,
});

/** The register, when it is the caller's; refuses `register_not_found` for another's as for none. */
export async function findRegister(
  em: EntityManager,
  { fairId, registerId, exhibitorIds }: Omit<AskedRegister, 'accountId'>,
): Promise<Register> {
  const register = isId(registerId)
    ? await em.findOneBy(Register, { fairId, id: registerId })
    : null;
  const isTheirs = register && (exhibitorIds?.includes(register.exhibitorId) ?? true);
  if (!isTheirs) throw registerNotFound();
  return register;
}
