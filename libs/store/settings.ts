/** Where Postgres is. Ends the process's start with one sentence when DATABASE_URL is missing. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set: say where Postgres is, or use npm start.');
  return url;
}

/** The address that people reach the house by, without a slash at its end, if anybody said. */
export function publicUrl(): string | undefined {
  return process.env.PHIEN_URL?.replace(/\/+$/, '') || undefined;
}

/** Where Redis is, if the installation has one. */
export function redisUrl(): string | undefined {
  return process.env.REDIS_URL || undefined;
}
