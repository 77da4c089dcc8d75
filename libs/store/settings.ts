/** Where Postgres is. Ends the process's start with one sentence when DATABASE_URL is missing. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set: say where Postgres is, or use npm start.');
  return url;
}

/** Where Redis is, if the installation has one. */
export function redisUrl(): string | undefined {
  return process.env.REDIS_URL || undefined;
}
