import type { BoothSpot, Instance, Violation } from '@phien/allocator';
import {
  SuggestedFair,
  type AcceptanceAsked,
  type AcceptedChange,
  type Outdated,
} from './suggested-fair.rules';

export type Acceptance =
  | { kind: 'changes'; changes: AcceptedChange[] }
  | { kind: 'outdated'; findings: Outdated[] }
  /** These stand in the way of what is wanted, and the suggestion moves them away. */
  | { kind: 'needs_more'; keys: string[] }
  /** Rules of the hall that would be broken by it and are not broken now. */
  | { kind: 'breaks'; violations: Violation[] };

/**
 * What accepting a suggestion, or part of it, changes in the plan as it is now: as few allocations
 * as possible. Who stands as suggested, at least as firmly as asked, is not touched, nor is a locked
 * place. Everybody who is to move must stand where the suggestion saw it or where it puts it.
 */
export function acceptanceOf(asked: AcceptanceAsked): Acceptance {
  const fair = new SuggestedFair(asked);
  const wanted = new Set(
    asked.places
      .filter(({ key, isLocked }) => !isLocked && (asked.keys === null || asked.keys.includes(key)))
      .map(({ key }) => key),
  );
  const more = new Set<string>();
  for (;;) {
    const { changes, findings, inTheWay } = fair.accept(wanted);
    if (findings.length > 0) return { kind: 'outdated', findings };
    const violations = inTheWay.length > 0 ? [] : fair.brokenBy(wanted);
    const needed = inTheWay.length > 0 ? inTheWay : fair.movableOf(violations, wanted);
    if (needed.length === 0) {
      if (violations.length > 0) return { kind: 'breaks', violations };
      if (more.size > 0) return { kind: 'needs_more', keys: [...more] };
      return { kind: 'changes', changes };
    }
    for (const key of needed) {
      wanted.add(key);
      more.add(key);
    }
  }
}

/** The hall of a suggestion with power, water and ventilation where they are now. */
export function suppliedAsNow(
  hall: Instance,
  now: readonly Pick<BoothSpot, 'id' | 'power' | 'water' | 'vent'>[],
): Instance {
  const spotOf = new Map(now.map((spot) => [spot.id, spot]));
  return {
    ...hall,
    booths: hall.booths.map((booth) => {
      const { power, water, vent } = spotOf.get(booth.id) ?? booth;
      return { ...booth, power, water, vent };
    }),
  };
}
