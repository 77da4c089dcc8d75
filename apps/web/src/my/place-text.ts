import type { Booth } from '../api/client';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import type { Allocation } from './my-client';

function shareWords(sixths: number): string {
  if (sixths === 6) return m.my_booths_whole();
  if (sixths === 3) return m.my_booths_half();
  if (sixths === 2) return m.my_booths_third();
  return m.my_booths_sixths({ count: sixths });
}

/** "Cả gian · 3 × 3 m, 9 m²": how much of a booth, and how large it is. */
export function placeText(
  { sixths }: Allocation,
  booth: Booth | undefined,
  language: 'vi' | 'en',
): string {
  const share = shareWords(sixths.length);
  if (!booth) return share;
  const metres = (cm: number) => formatCount(cm / 100, language);
  const size = m.my_booths_size({
    width: metres(booth.widthCm),
    depth: metres(booth.depthCm),
    area: formatCount((booth.widthCm * booth.depthCm) / 10_000, language),
  });
  return `${share} · ${size}`;
}
