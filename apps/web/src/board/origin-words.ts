import { m } from '../paraglide/messages.js';

const words: Record<string, () => string> = {
  inProvince: m.origin_inProvince,
  otherProvince: m.origin_otherProvince,
  foreign: m.origin_foreign,
};

export const originName = (origin: string) => (words[origin] ?? m.origin_unknown)();
