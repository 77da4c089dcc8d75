import type { Problem } from '../api/problem';
import { m } from '../paraglide/messages.js';

interface SaveSince {
  savedBy: string;
  itemIds: string[];
  names: string[];
}

const NAMES_TOLD = 4;

/** Who changed the draft since, and how much: one sentence a person, of what a 412 tells. */
export function whoSaved({ details }: Problem): string {
  const saves = (Array.isArray(details.saves) ? details.saves : []) as SaveSince[];
  const people = new Map<string, { ids: Set<string>; names: Set<string> }>();
  for (const { savedBy, itemIds, names } of saves) {
    const touched = people.get(savedBy) ?? { ids: new Set(), names: new Set() };
    for (const id of itemIds) touched.ids.add(id);
    for (const name of names) touched.names.add(name);
    people.set(savedBy, touched);
  }
  /* More saves than are remembered: somebody did, and that is all that is known. */
  if (people.size === 0) return m.edit_clash_before();
  return [...people]
    .map(([name, { ids, names }]) => {
      const told = [...names].slice(0, NAMES_TOLD).join(', ');
      const more = names.size > NAMES_TOLD ? '…' : '';
      return m.edit_who_saved({ name, count: Math.max(ids.size, names.size), what: told + more });
    })
    .join(' ');
}
