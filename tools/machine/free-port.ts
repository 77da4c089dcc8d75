import { createServer } from 'node:net';

/* Ports from 32768 on are lent to outgoing connections, so one that is free now may not be in a second. */
const lowest = 20_000;
const highest = 32_767;

/** Why a server cannot listen there (`EADDRINUSE`, `EADDRNOTAVAIL`, …), or null when it can. */
export function whyPortIsTaken(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (failure: NodeJS.ErrnoException) => resolve(failure.code ?? 'error'));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(null)));
  });
}

/** A port of this machine that nobody listens on: `wished` when it is free, else one by chance. */
export async function freePort(wished?: number): Promise<number> {
  if (wished !== undefined && (await whyPortIsTaken(wished, '127.0.0.1')) === null) return wished;
  for (let tries = 0; tries < 200; tries += 1) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest + 1));
    if ((await whyPortIsTaken(port, '127.0.0.1')) === null) return port;
  }
  throw new Error(`No free port between ${lowest} and ${highest}.`);
}
