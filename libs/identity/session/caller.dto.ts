import type { Role } from '../role/role';

export class CallerGrant {
  fairId: string;

  role: Role;

  /** The exhibitor the account stands for; null for every other role. */
  exhibitorId: string | null;
}

/** The account behind a session, with everything it was granted. */
export class Caller {
  accountId: string;

  login: string;

  name: string;

  /** Whether the account may make new fairs. */
  mayOpenFairs: boolean;

  grants: CallerGrant[];
}
