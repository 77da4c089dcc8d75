/**
 * Imports a part again that could not be fetched. A browser may remember for the life of a page that
 * a module did not come (Chromium does since 150), so it is asked for under another address; which
 * one, the failure says. Rejects with that failure where it does not say (Safari asks anew by itself),
 * and when a part of the part is what is missing: only a fresh page heals that.
 */
export async function importAnew<Part>(failure: unknown, ask: () => Promise<Part>): Promise<Part> {
  const [address] = /https?:\/\/\S+\.js/.exec(String(failure)) ?? [];
  if (address === undefined) return ask();
  return (await import(/* @vite-ignore */ `${address}?again=${Date.now()}`)) as Part;
}
