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

/** A fair's plan, or what is told of its files or suggestions, has changed so often; whoever has seen less asks again. */
export class WordDto {
  fairId: string;
  version: number;
}

/** What a socket asks to hear of; the board unless told. */
export type Topic = 'board' | WordTopic;

/** Topics that are told by a number alone. */
export const WORD_TOPICS = ['plan', 'files', 'suggestion'] as const;
export type WordTopic = (typeof WORD_TOPICS)[number];
