import type { Register, RegisterEpoch } from './counter-doors';

/** What a till is, as its exhibitor would say it. */
export type RegisterState = 'unpaired' | 'paired' | 'revoked';

export interface RegisterSight {
  state: RegisterState;
  /** The phone that sells now, or did until it was revoked; null before the first. */
  phone: RegisterEpoch | null;
  linkedCount: number;
  setAsideCount: number;
}

/** A till by its latest phone; documents of all its phones are counted. */
export function sightOf(register: Register): RegisterSight {
  const phone = register.epochs.reduce<RegisterEpoch | null>(
    (latest, epoch) => (latest === null || epoch.epoch > latest.epoch ? epoch : latest),
    null,
  );
  return {
    state: phone === null ? 'unpaired' : phone.revokedAt === null ? 'paired' : 'revoked',
    phone,
    linkedCount: register.epochs.reduce((sum, epoch) => sum + epoch.linkedCount, 0),
    setAsideCount: register.epochs.reduce((sum, epoch) => sum + epoch.setAsideCount, 0),
  };
}
