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

/** "9:05" of what is left of a code. */
export function timeLeft(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Where the phone's camera goes: the till's page, with the code that only the page sees. */
export const pairingAddress = (origin: string, code: string) =>
  `${origin}/till/#code=${encodeURIComponent(code)}`;
