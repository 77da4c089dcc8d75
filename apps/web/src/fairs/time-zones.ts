export const VIETNAM = 'Asia/Ho_Chi_Minh';

/** Vietnam first; browsers list it under its older name. */
export function timeZones(chosen: string): string[] {
  const known = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'Asia/Saigon');
  return [...new Set([VIETNAM, chosen, ...known])];
}
