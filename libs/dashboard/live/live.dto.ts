export type WatchAnswer =
  | { ok: true }
  | { ok: false; code: 'session_ended' | 'fair_not_found' | 'role_missing' | 'busy' };

/** Every 5 s: the figures on screen are still the newest, up to `asOf`. */
export class HeartbeatDto {
  fairId: string;
  version: number;
  /** ISO 8601, fair time. */
  asOf: string;
}

/** A fair's plan has taken this many steps; whoever has seen fewer asks for it again. */
export class PlanWordDto {
  fairId: string;
  version: number;
}

/** What a socket asks to hear of; the board unless told. */
export type Topic = 'board' | 'plan';
