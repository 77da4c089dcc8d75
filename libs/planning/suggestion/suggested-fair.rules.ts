import { checkPlan, type Instance, type Places, type Violation } from '@phien/allocator';
import type { StandingAllocation } from '../allocation/read-standing';
import { SIXTHS_OF_A_BOOTH } from '../allocation/sixths.rules';
import { ALLOCATION_STATES, type AllocationState } from '../allocation/state.rules';

/** Where a suggestion puts one piece of an exhibitor: booths side by side, or a share of one. */
export interface SuggestedPlace {
  /** Of the instance: the exhibitor's id, or `ID/2` of a further piece. */
  key: string;
  exhibitorId: string;
  /** Sixths used in each booth. */
  units: number;
  boothCodes: readonly string[];
  /** Where it stood when the suggestion was asked for; null where it stood nowhere. */
  beforeCodes: readonly string[] | null;
  isLocked: boolean;
}

/** What stands at the moment of the acceptance. */
export interface FairNow {
  standing: readonly StandingAllocation[];
  /** With whom an exhibitor shares, by its id; who is not here is no longer at the fair. */
  sharerOf: ReadonlyMap<string, string>;
  /** Codes of the booths that lie where they lay when the suggestion was asked for. */
  boothCodes: ReadonlySet<string>;
  /** The delegation for which a booth is kept, by the booth's code. */
  keptFor: ReadonlyMap<string, string>;
}

export interface AcceptanceAsked {
  places: readonly SuggestedPlace[];
  /** Keys of the places wanted; null when all are. */
  keys: readonly string[] | null;
  /** As what is given that moves or is given anew. */
  state: AllocationState;
  now: FairNow;
  /** As it was when asked, but for what `suppliedAsNow` says. */
  instance: Instance;
}

export interface AcceptedChange {
  exhibitorId: string;
  freeId: string | null;
  gift: { boothCode: string; sixths: number; preferred: readonly number[] } | null;
}

/** How the fair is no longer as the suggestion knew it. */
export type Outdated =
  | { kind: 'gone'; key: string }
  /** It stands elsewhere now, or nowhere. */
  | { kind: 'moved'; key: string; nowCodes: string[] }
  /** The booth is not on the plan any more, or lies elsewhere. */
  | { kind: 'booth_changed'; key: string; boothCode: string }
  /** It is kept for a delegation now. */
  | { kind: 'kept'; key: string; boothCode: string; forDelegationId: string }
  /** Somebody is there whom nothing moves away. */
  | { kind: 'taken'; key: string; boothCode: string; byExhibitorId: string };

interface Attempt {
  changes: AcceptedChange[];
  findings: Outdated[];
  /** Keys of places that are not accepted, stand in a booth that is to be given, and are moved away by the suggestion. */
  inTheWay: string[];
}

/** A suggestion beside the fair as it is now: what stands for which place, and what is in the way. */
export class SuggestedFair {
  private readonly piecesOf: ReadonlyMap<string, readonly SuggestedPlace[]>;
  private readonly standingOf: ReadonlyMap<string, readonly StandingAllocation[]>;
  private readonly placeOf: ReadonlyMap<string, SuggestedPlace>;
  /** What stands for a piece, by its key; of exhibitors that stand as the suggestion knows. */
  private readonly sharesOf: ReadonlyMap<string, readonly StandingAllocation[]>;
  private readonly keyOfShare: ReadonlyMap<string, string>;
  private readonly brokenNow: ReadonlySet<string>;

  constructor(private readonly asked: AcceptanceAsked) {
    const { places, now } = asked;
    this.piecesOf = grouped(places, ({ exhibitorId }) => exhibitorId);
    this.standingOf = grouped(now.standing, ({ exhibitorId }) => exhibitorId);
    this.placeOf = new Map(places.map((place) => [place.key, place]));
    this.sharesOf = new Map(
      [...this.piecesOf].flatMap(([exhibitorId, pieces]) => [
        ...(whereabouts(pieces, this.standingOf.get(exhibitorId) ?? []) ?? []),
      ]),
    );
    this.keyOfShare = new Map(
      [...this.sharesOf].flatMap(([key, shares]) => shares.map(({ id }) => [id, key] as const)),
    );
    this.brokenNow = new Set(this.violationsWith(new Set()).map(nameOf));
  }

  accept(wanted: ReadonlySet<string>): Attempt {
    const findings: Outdated[] = [];
    const changes: AcceptedChange[] = [];
    for (const [exhibitorId, pieces] of this.piecesOf) {
      const [first] = pieces.filter(({ key }) => wanted.has(key));
      if (!first) continue;
      const outdated = this.outdatedOf(exhibitorId, first.key);
      if (outdated) findings.push(outdated);
      else changes.push(...this.changesOf(exhibitorId, pieces, wanted));
    }
    for (const { exhibitorId, freeId, gift } of changes) {
      if (!gift) continue;
      const { boothCode } = gift;
      const key = this.keyOfGift(exhibitorId, boothCode, wanted);
      const kept = this.keptFromIt(exhibitorId, freeId, boothCode);
      if (!this.asked.now.boothCodes.has(boothCode)) {
        findings.push({ kind: 'booth_changed', key, boothCode });
      } else if (kept !== null) {
        findings.push({ kind: 'kept', key, boothCode, forDelegationId: kept });
      }
    }
    const inTheWay = new Set<string>();
    for (const { key, share } of this.obstaclesTo(changes, wanted)) {
      const other = this.keyOfShare.get(share.id);
      if (other !== undefined && this.movesAway(other, share.boothCode) && !wanted.has(other)) {
        inTheWay.add(other);
      } else {
        const { boothCode, exhibitorId: byExhibitorId } = share;
        findings.push({ kind: 'taken', key, boothCode, byExhibitorId });
      }
    }
    return { changes, findings, inTheWay: [...inTheWay] };
  }

  /** Rules that are kept now and would not be with these places accepted. */
  brokenBy(wanted: ReadonlySet<string>): Violation[] {
    return this.violationsWith(wanted).filter((each) => !this.brokenNow.has(nameOf(each)));
  }

  /** Of those whom broken rules name: who is not accepted, and stands elsewhere by the suggestion. */
  movableOf(violations: readonly Violation[], wanted: ReadonlySet<string>): string[] {
    const keys = new Set(violations.flatMap(({ exhibitors }) => exhibitors));
    return [...keys].filter((key) => {
      const place = this.placeOf.get(key);
      if (!place || place.isLocked || wanted.has(key)) return false;
      return !isSameSet(place.boothCodes, this.codesNow(place));
    });
  }

  private outdatedOf(exhibitorId: string, key: string): Outdated | null {
    if (!this.asked.now.sharerOf.has(exhibitorId)) return { kind: 'gone', key };
    if (this.sharesOf.has(key)) return null;
    const standing = this.standingOf.get(exhibitorId) ?? [];
    return { kind: 'moved', key, nowCodes: standing.map(({ boothCode }) => boothCode).sort() };
  }

  /* The delegation for which a booth is kept, unless it is its own, or it stands there already. */
  private keptFromIt(exhibitorId: string, freeId: string | null, boothCode: string): string | null {
    const { keptFor, sharerOf } = this.asked.now;
    const delegationId = keptFor.get(boothCode);
    if (delegationId === undefined || delegationId === sharerOf.get(exhibitorId)) return null;
    const freed = this.standingOf.get(exhibitorId)?.find(({ id }) => id === freeId);
    return freed?.boothCode === boothCode ? null : delegationId;
  }

  private changesOf(
    exhibitorId: string,
    pieces: readonly SuggestedPlace[],
    wanted: ReadonlySet<string>,
  ): AcceptedChange[] {
    const [staying, accepted] = [
      pieces.filter(({ key }) => !wanted.has(key)),
      pieces.filter(({ key }) => wanted.has(key)),
    ];
    const kept = new Set(staying.flatMap(({ key }) => this.sharesOf.get(key) ?? []));
    const loose = (this.standingOf.get(exhibitorId) ?? []).filter((share) => !kept.has(share));
    const changes: AcceptedChange[] = [];
    const missing = accepted
      .flatMap(({ boothCodes, units }) => boothCodes.map((boothCode) => ({ boothCode, units })))
      .filter((target) => {
        const share = takeFrom(loose, ({ boothCode, sixths }) => {
          return boothCode === target.boothCode && sixths.length === target.units;
        });
        if (share && isWeaker(share.state, this.asked.state)) {
          changes.push(changeOf(exhibitorId, share, target));
        }
        return !share;
      });
    for (const target of missing) {
      const share =
        takeFrom(loose, ({ sixths }) => sixths.length === target.units) ?? loose.shift() ?? null;
      changes.push(changeOf(exhibitorId, share, target));
    }
    return [...changes, ...loose.map((share) => changeOf(exhibitorId, share, null))];
  }

  /* Who stays in a booth that has no room for what is to be given there, or is of others. */
  private obstaclesTo(changes: readonly AcceptedChange[], wanted: ReadonlySet<string>) {
    const freed = new Set(changes.map(({ freeId }) => freeId));
    const staying = grouped(
      this.asked.now.standing.filter(({ id }) => !freed.has(id)),
      ({ boothCode }) => boothCode,
    );
    const given = grouped(
      changes.flatMap(({ exhibitorId, gift }) => (gift ? [{ exhibitorId, ...gift }] : [])),
      ({ boothCode }) => boothCode,
    );
    return [...given].flatMap(([boothCode, gifts]) => {
      const here = staying.get(boothCode) ?? [];
      const { exhibitorId } = gifts[0]!;
      const sharerId = this.asked.now.sharerOf.get(exhibitorId);
      const used = [
        ...here.map(({ sixths }) => sixths.length),
        ...gifts.map((gift) => gift.sixths),
      ];
      const isFull = used.reduce((sum, sixths) => sum + sixths, 0) > SIXTHS_OF_A_BOOTH;
      const mates = here.every((share) => share.sharerId === sharerId);
      if (!isFull && mates) return [];
      const uninvited = here.filter(({ id }) => {
        return !this.placeOf.get(this.keyOfShare.get(id) ?? '')?.boothCodes.includes(boothCode);
      });
      const key = this.keyOfGift(exhibitorId, boothCode, wanted);
      return (uninvited.length > 0 ? uninvited : here).map((share) => ({ key, share }));
    });
  }

  private keyOfGift(exhibitorId: string, boothCode: string, wanted: ReadonlySet<string>): string {
    const pieces = this.piecesOf.get(exhibitorId) ?? [];
    const place = pieces.find(({ key, boothCodes }) => {
      return wanted.has(key) && boothCodes.includes(boothCode);
    });
    return place?.key ?? exhibitorId;
  }

  private movesAway(key: string, boothCode: string): boolean {
    const place = this.placeOf.get(key);
    return place !== undefined && !place.isLocked && !place.boothCodes.includes(boothCode);
  }

  private codesNow(place: SuggestedPlace): string[] {
    const shares =
      this.sharesOf.get(place.key) ??
      /* Of whom stands elsewhere nobody knows which piece is where, unless there is one. */
      (this.piecesOf.get(place.exhibitorId)?.length === 1
        ? this.standingOf.get(place.exhibitorId)
        : undefined) ??
      [];
    return shares.map(({ boothCode }) => boothCode);
  }

  private violationsWith(wanted: ReadonlySet<string>): readonly Violation[] {
    const { places, instance } = this.asked;
    const standing: Places = Object.fromEntries(
      places.map((place) => [
        place.key,
        wanted.has(place.key) ? place.boothCodes : this.codesNow(place),
      ]),
    );
    return checkPlan(instance, standing).violations;
  }
}

/**
 * Which shares stand for which piece of one exhibitor, where each stands as it stood or as it is
 * suggested and nothing is left over; null where that cannot be.
 */
function whereabouts(
  pieces: readonly SuggestedPlace[],
  standing: readonly StandingAllocation[],
): ReadonlyMap<string, readonly StandingAllocation[]> | null {
  const [piece, ...others] = pieces;
  if (!piece) return standing.length === 0 ? new Map() : null;
  const { key, isLocked, units, beforeCodes, boothCodes } = piece;
  for (const codes of isLocked ? [boothCodes] : [beforeCodes ?? [], boothCodes]) {
    const left = [...standing];
    const shares = codes.flatMap((code) => {
      return (
        takeFrom(left, ({ boothCode, sixths }) => boothCode === code && sixths.length === units) ??
        []
      );
    });
    if (shares.length < codes.length) continue;
    const rest = whereabouts(others, left);
    if (rest) return new Map([[key, shares], ...rest]);
  }
  return null;
}

function changeOf(
  exhibitorId: string,
  share: StandingAllocation | null,
  target: { boothCode: string; units: number } | null,
): AcceptedChange {
  return {
    exhibitorId,
    freeId: share?.id ?? null,
    gift: target && {
      boothCode: target.boothCode,
      sixths: target.units,
      preferred: share?.sixths ?? [],
    },
  };
}

function takeFrom<Item>(items: Item[], isMeant: (item: Item) => boolean): Item | undefined {
  const at = items.findIndex(isMeant);
  return at < 0 ? undefined : items.splice(at, 1)[0];
}

function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/* From the loosest to the firmest. */
const isWeaker = (state: AllocationState, asked: AllocationState) =>
  ALLOCATION_STATES.indexOf(state) < ALLOCATION_STATES.indexOf(asked);

const isSameSet = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((each) => others.includes(each));

const nameOf = ({ rule, exhibitors }: Violation) => [rule, ...[...exhibitors].sort()].join(' ');
