import { m } from '../paraglide/messages.js';
import type { Wishes } from './apply-requests';

/** What place is wanted, one line each. */
export function wishWords(wishes: Wishes): string[] {
  const { size = 1, units = 6, choices = [], together = [], apart = [] } = wishes;
  const needs = [
    wishes.power && m.apply_power(),
    wishes.water && m.apply_water(),
    wishes.cook && m.apply_cook(),
  ].filter((need) => typeof need === 'string');
  const likes = [
    wishes.corner && m.apply_corner(),
    wishes.front && m.apply_front(),
    wishes.gate && m.apply_gate(),
  ].filter((like) => typeof like === 'string');
  const share = { 6: m.apply_share_6, 3: m.apply_share_3, 2: m.apply_share_2 }[units];
  const of = (label: string, all: readonly string[]) =>
    all.length > 0 ? [`${label}: ${all.join(', ')}`] : [];
  return [
    size > 1 ? m.apply_size_of({ n: size }) : (share?.() ?? m.apply_share_6()),
    ...of(m.apply_needs(), needs),
    ...of(m.apply_likes(), likes),
    ...of(m.apply_choices(), choices),
    ...of(m.apply_together(), together),
    ...of(m.apply_apart(), apart),
  ];
}

/** The same on one line, said to be wishes. */
export const wishLine = (wishes: Wishes, note: string | null): string =>
  `${m.applications_wishes_of()}: ${[...wishWords(wishes), ...(note ? [note] : [])].join(' · ')}`;
