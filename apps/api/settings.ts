/** What the environment asks of the api. */
export interface Settings {
  host: string;
  port: number;
  trustsProxy: boolean;
}

/** Reads the environment; throws an Error of one sentence when it asks for something wrong. */
export function settingsFrom(environment: NodeJS.ProcessEnv): Settings {
  const { HOST, PORT, NODE_ENV, PHIEN_CLOCK, PHIEN_TRUST_PROXY } = environment;
  if (PHIEN_CLOCK && NODE_ENV === 'production') {
    throw new Error('PHIEN_CLOCK is set: a moved clock is for demo and tests, not for production.');
  }
  const port = Number(PORT || 4300);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT must be a whole number up to 65535, and is: ${PORT}`);
  }
  return {
    host: HOST || '127.0.0.1',
    port,
    trustsProxy: PHIEN_TRUST_PROXY !== undefined && !['', '0', 'false'].includes(PHIEN_TRUST_PROXY),
  };
}
