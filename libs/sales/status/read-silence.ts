import { Injectable } from '@nestjs/common';
import { ReadTills } from './read-tills';

/** A phone that sells and cannot be heard, and what it said last. */
export interface SilentTill {
  registerId: string;
  boothCode: string;
  zoneCode: string;
  exhibitorName: string;
  /** Null for one that was never heard at all. */
  since: Date | null;
  unsentCount: number;
}

/** What figures of now lack: phones that sell and cannot be heard. */
export interface Silence {
  silentCount: number;
  /** Since when the first of them is silent; null when none was ever heard. */
  silentSince: Date | null;
  /** The longest silent first. */
  tills: SilentTill[];
}

/* Phones fall silent by the minute, and a board is read several times a second. */
const KEPT_MS = 5_000;

/** How many phones of a fair are silent with an open shift, at most five seconds ago. */
@Injectable()
export class ReadSilence {
  private readonly kept = new Map<string, { atMs: number; silence: Promise<Silence> }>();

  constructor(private readonly readTills: ReadTills) {}

  run(fairId: string): Promise<Silence> {
    const nowMs = Date.now();
    const known = this.kept.get(fairId);
    if (known && nowMs - known.atMs < KEPT_MS) return known.silence;
    for (const [id, { atMs }] of this.kept) if (nowMs - atMs >= KEPT_MS) this.kept.delete(id);
    const silence = this.read(fairId);
    this.kept.set(fairId, { atMs: nowMs, silence });
    silence.catch(() => this.kept.delete(fairId));
    return silence;
  }

  private async read(fairId: string): Promise<Silence> {
    const { tills } = await this.readTills.run(fairId);
    const silent = tills.filter(({ state }) => state === 'silent');
    const since = silent.flatMap((till) => till.since?.getTime() ?? []);
    return {
      silentCount: silent.length,
      silentSince: since.length === 0 ? null : new Date(Math.min(...since)),
      tills: silent.map((till) => ({
        registerId: till.registerId,
        boothCode: till.boothCode,
        zoneCode: till.zoneCode,
        exhibitorName: till.exhibitorName,
        since: till.since,
        unsentCount: till.unsentCount,
      })),
    };
  }
}
