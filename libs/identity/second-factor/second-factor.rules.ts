import { Secret, TOTP } from 'otpauth';

/* What every authenticator app understands (RFC 6238 with its defaults). */
const PERIOD_S = 30;
const DIGITS = 6;
/** How many half minutes the clock of a phone may be behind or ahead. */
const DRIFT_STEPS = 1;
const SECRET_BYTES = 20;

/** Days in which one organizer resets only one of the two, password or second factor, of a person. */
export const HANDS_APART_DAYS = 7;

const CODE_SHAPE = /^\d{6}$/;

/** 160 random bits. */
export function newSecret(): Buffer {
  return Buffer.from(new Secret({ size: SECRET_BYTES }).bytes);
}

const totpOf = (secret: Buffer, label = '') =>
  new TOTP({
    issuer: 'Phien',
    label,
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD_S,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
  });

/** What the QR code says to an authenticator app. */
export function otpauthUri(secret: Buffer, login: string): string {
  return totpOf(secret, login).toString();
}

/** The secret in groups of four, for a phone that cannot scan. */
export function typedSecret(secret: Buffer): string {
  const { base32 } = new Secret({ buffer: Uint8Array.from(secret).buffer });
  return (base32.match(/.{1,4}/g) ?? []).join(' ');
}

/**
 * Which half minute since 1970 a code belongs to; null for a code that is wrong now. Blanks between
 * the digits do not count.
 */
export function stepOfCode(secret: Buffer, typed: string, now: Date): number | null {
  const code = typed.replace(/\s/g, '');
  if (!CODE_SHAPE.test(code)) return null;
  const drift = totpOf(secret).validate({
    token: code,
    timestamp: now.getTime(),
    window: DRIFT_STEPS,
  });
  return drift === null ? null : Math.floor(now.getTime() / (PERIOD_S * 1_000)) + drift;
}
