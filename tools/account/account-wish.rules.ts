/** Of whose account the password or the phone for codes is reset. */
export interface AccountWish {
  verb: 'reset' | 'lost-phone';
  login: string;
}

const isVerb = (verb: string | undefined): verb is AccountWish['verb'] =>
  verb === 'reset' || verb === 'lost-phone';

/** What `npm run account` was asked to do; null when it cannot be understood. */
export function accountWish(args: readonly string[]): AccountWish | null {
  const [verb, login, ...rest] = args;
  if (!isVerb(verb) || login === undefined || login.trim() === '' || rest.length > 0) return null;
  return { verb, login };
}
