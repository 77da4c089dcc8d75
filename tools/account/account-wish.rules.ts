/** What `npm run account` was asked to do; null when it cannot be understood. */
export function accountWish(args: readonly string[]): { login: string } | null {
  const [verb, login, ...rest] = args;
  if (verb !== 'reset' || login === undefined || login.trim() === '' || rest.length > 0) {
    return null;
  }
  return { login };
}
