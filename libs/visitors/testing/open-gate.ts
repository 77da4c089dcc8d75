import { Account } from '@phien/identity';
import { newId } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { Gate } from '../gate/gate.entity';

export interface SmallGate {
  fairId: string;
  gateId: string;
  /** Whoever counts there. */
  accountId: string;
}

/** A gate of a spec's own fair, with an account that counts at it. Needs Account and Gate in the data source. */
export async function openGate(em: EntityManager, fairId: string, code = 'C1'): Promise<SmallGate> {
  const gateId = newId();
  const accountId = newId();
  await em.insert(Gate, {
    fairId,
    id: gateId,
    code,
    nameVi: `Cổng ${code}`,
    nameEn: `Gate ${code}`,
    xCm: 0,
    yCm: 0,
  });
  await em.insert(Account, {
    id: accountId,
    login: `gate-${gateId}`,
    name: 'Gate',
    passwordHash: 'none',
    createdAt: new Date(),
  });
  return { fairId, gateId, accountId };
}
