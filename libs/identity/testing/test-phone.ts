import { newId } from '@phien/kernel';
import { Secret, TOTP } from 'otpauth';
import type { EntityManager } from 'typeorm';
import { SecondFactor } from '../second-factor/second-factor.entity';
import { newSecret } from '../second-factor/second-factor.rules';

/** An authenticator app, by the secret that its QR code brought. */
export class TestPhone {
  private readonly totp: TOTP;

  constructor(secret: Secret) {
    this.totp = new TOTP({ secret });
  }

  /** As the app reads it off the screen. */
  static scan(uri: string): TestPhone {
    const secret = new URL(uri).searchParams.get('secret');
    if (secret === null) throw new Error('the code brings no secret');
    return new TestPhone(Secret.fromBase32(secret));
  }

  /** The phone of an account that was set up long ago, with none of its codes used. */
  static async of(em: EntityManager, accountId: string): Promise<TestPhone> {
    const secret = newSecret();
    const longAgo = new Date(Date.now() - 86_400_000);
    await em.insert(SecondFactor, {
      id: newId(),
      accountId,
      secret,
      offeredAt: longAgo,
      confirmedAt: longAgo,
    });
    return new TestPhone(new Secret({ buffer: Uint8Array.from(secret).buffer }));
  }

  /** What it shows now, or so many half minutes later. */
  code(later = 0): string {
    return this.totp.generate({ timestamp: Date.now() + later * 30_000 });
  }

  /** A code that it does not show for a while before and after. */
  wrongCode(): string {
    const near = new Set([-3, -2, -1, 0, 1, 2, 3].map((later) => this.code(later)));
    const wrong = Array.from({ length: 10 }, (_, digit) => String(digit).repeat(6));
    return wrong.find((code) => !near.has(code)) ?? '';
  }
}
