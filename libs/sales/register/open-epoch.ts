import { genesisHash } from '@phien/till';
import type { EntityManager } from 'typeorm';
import { RegisterEpoch } from './register-epoch.entity';

type NewEpoch = Pick<
  RegisterEpoch,
  'fairId' | 'registerId' | 'epoch' | 'publicKey' | 'deviceName'
> &
  Pick<RegisterEpoch, 'phoneEpoch' | 'enrolledAt' | 'supersededAt' | 'revokedAt'>;

/** Writes an epoch with the genesis that its first document extends, in the caller's transaction. */
export async function openEpoch(em: EntityManager, opened: NewEpoch): Promise<RegisterEpoch> {
  const { fairId, registerId, epoch: number, publicKey } = opened;
  const publicKeySpkiHex = publicKey.toString('hex');
  const genesis = genesisHash({ fairId, registerId, epoch: number, publicKeySpkiHex });
  const epoch = em.create(RegisterEpoch, { ...opened, genesis: Buffer.from(genesis) });
  await em.insert(RegisterEpoch, epoch);
  return epoch;
}
