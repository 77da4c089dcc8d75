/** What the keeper of PostgreSQL says to its parent. */
export type KeeperMessage =
  | { kind: 'note'; text: string }
  /** `superuserUrl` is for tests and backups; `url` is for everything else. */
  | { kind: 'ready'; url: string; superuserUrl: string; pid: number; version: string }
  | { kind: 'restarting'; why: string }
  | { kind: 'failed'; sentence: string };

/** What its parent says to it. A closed channel says the same. */
export interface KeeperOrder {
  kind: 'stop';
}
