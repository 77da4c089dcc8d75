import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';
import type { Standing } from './my-client';

type Schemas = components['schemas'];
/** A till of the exhibitor, paired or not. */
export type Register = Schemas['RegisterDto'];
/** One phone that a till was paired with. */
export type RegisterEpoch = Schemas['RegisterEpochDto'];
export type Cashier = Schemas['CashierDto'];

/** The exhibitor's tills by booth. */
export async function readRegisters({ fairId, exhibitorId }: Standing): Promise<Register[]> {
  const registers = await answered(
    client.GET('/api/fairs/{fairId}/registers', { params: { path: { fairId } } }),
  );
  return present(registers).filter((register) => register.exhibitorId === exhibitorId);
}

/**
 * The exhibitor's tills by booth, after one was given to each of its booths that had none: whoever
 * stands at a booth may sell there, and need not ask for a till first.
 */
export async function giveRegisters({ fairId, exhibitorId }: Standing): Promise<Register[]> {
  const registers = await answered(
    client.POST('/api/fairs/{fairId}/registers', { params: { path: { fairId } } }),
  );
  return present(registers).filter((register) => register.exhibitorId === exhibitorId);
}

/** The exhibitor's cashiers by name. */
export async function readCashiers({ fairId, exhibitorId }: Standing): Promise<Cashier[]> {
  return present(
    await answered(
      client.GET('/api/fairs/{fairId}/cashiers', {
        params: { path: { fairId }, query: { exhibitorId } },
      }),
    ),
  );
}

export async function addCashier(
  { fairId, exhibitorId }: Standing,
  wish: Omit<Schemas['AddCashierDto'], 'exhibitorId'>,
): Promise<void> {
  await answered(
    client.POST('/api/fairs/{fairId}/cashiers', {
      params: { path: { fairId } },
      body: { ...wish, exhibitorId },
    }),
  );
}

/** What is left out stays as it is. */
export async function changeCashier(
  fairId: string,
  cashierId: string,
  wish: Schemas['ChangeCashierDto'],
): Promise<void> {
  await answered(
    client.PATCH('/api/fairs/{fairId}/cashiers/{cashierId}', {
      params: { path: { fairId, cashierId } },
      body: wish,
    }),
  );
}

export async function removeCashier(fairId: string, cashierId: string): Promise<void> {
  await answered(
    client.DELETE('/api/fairs/{fairId}/cashiers/{cashierId}', {
      params: { path: { fairId, cashierId } },
    }),
  );
}
