import { m } from '../paraglide/messages.js';
import { formatDateTime } from '../i18n/times';
import type { Share, State, Step } from './plan-requests';
import { shareOf } from './plan.rules';
import type { BoothState } from './plan.rules';

export const shareWords: Record<Share, () => string> = {
  whole: m.plan_share_whole,
  half: m.plan_share_half,
  third: m.plan_share_third,
};

export function shareText(sixths: number): string {
  const share = shareOf(sixths);
  return share === null ? m.plan_share_sixths({ sixths }) : shareWords[share]();
}

export const stateWords: Record<BoothState, () => string> = {
  free: m.plan_free,
  held: m.firm_state_held,
  offered: m.firm_state_offered,
  shared: m.plan_shared,
  given: m.plan_given,
};

export const termText = (minutes: number): string =>
  minutes < 60
    ? m.firm_minutes({ count: minutes })
    : minutes < 1_440
      ? m.firm_hours({ count: minutes / 60 })
      : m.firm_days({ count: minutes / 1_440 });

/** "còn 1 giờ 20 phút"; of days the hours alone. */
export function leftText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const left =
    minutes < 60
      ? m.firm_minutes({ count: minutes })
      : minutes < 2_880
        ? m.firm_left_hours({ hours, minutes: minutes % 60 })
        : m.firm_left_days({ days: Math.floor(hours / 24), hours: hours % 24 });
  return m.firm_left({ left });
}

/** On whose wall clock a term is told. */
export interface Told {
  timeZone: string;
  language: 'vi' | 'en';
}

interface Words {
  given: (of: { booths: string; name: string }) => string;
  freed: (of: { booths: string; name: string }) => string;
  moved: (of: { name: string; from: string; to: string }) => string;
  share: (of: { booths: string; name: string; share: string }) => string;
  swapped: (of: { first: string; second: string }) => string;
  undone: (of: { what: string }) => string;
  held: (of: { booths: string; name: string; until: string }) => string;
  offered: (of: { booths: string; name: string; until: string }) => string;
  confirmed: (of: { booths: string; name: string }) => string;
  letGo: (of: { booths: string; name: string }) => string;
  withdrawn: (of: { booths: string; name: string }) => string;
}

const done: Words = {
  given: m.plan_say_given,
  freed: m.plan_say_freed,
  moved: m.plan_say_moved,
  share: m.plan_say_share,
  swapped: m.plan_say_swapped,
  undone: m.plan_say_undone,
  held: m.firm_say_held,
  offered: m.firm_say_offered,
  confirmed: m.firm_say_confirmed,
  letGo: m.firm_say_let_go,
  withdrawn: m.firm_say_withdrawn,
};

const did: Words = {
  given: m.plan_did_given,
  freed: m.plan_did_freed,
  moved: m.plan_did_moved,
  share: m.plan_did_share,
  swapped: m.plan_did_swapped,
  undone: m.plan_did_undone,
  held: m.firm_did_held,
  offered: m.firm_did_offered,
  confirmed: m.firm_did_confirmed,
  letGo: m.firm_did_let_go,
  withdrawn: m.firm_did_withdrawn,
};

/** "Đã giao A12 cho …": a whole sentence of one's own step. */
export const sayDone = (step: Step, told: Told) => sentence(step, done, told);

/** "giao A12 cho …": what follows a person's name. */
export const sayDid = (step: Step, told: Told) => sentence(step, did, told);

/* What an undoing undid is the reverse of what it did. */
function sentence(step: Step, words: Words, told: Told): string {
  const [change] = step.changes;
  const freed = change?.freed;
  if (change && freed) {
    const of = { name: change.exhibitorName, booths: withShare(freed) };
    if (step.action === 'offer_accepted') return m.firm_did_accepted(of);
    if (step.action === 'offer_declined') return m.firm_did_declined(of);
    if (step.action === 'allocation_ran_out') {
      return m.firm_did_ran_out({ ...of, until: untilText(freed.heldUntil, told) });
    }
  }
  if (step.action === 'booths_drawn') return m.firm_did_drawn({ count: step.changes.length });
  if (step.action === 'suggestion_accepted') {
    return m.firm_did_suggested({ count: step.changes.length });
  }
  if (step.action !== 'allocation_step_undone') return changeText(step.changes, words, told);
  const undone = step.changes.map((each) => ({
    ...each,
    freed: each.given,
    given: each.freed,
  }));
  return words.undone({ what: changeText(undone, did, told) });
}

function changeText(changes: Step['changes'], words: Words, told: Told): string {
  const [first, second] = changes;
  if (!first) return m.plan_did_unknown();
  if (second && isSwap(changes)) {
    return words.swapped({ first: first.exhibitorName, second: second.exhibitorName });
  }
  if (second) return m.firm_did_many({ count: changes.length });
  const { exhibitorName: name, freed, given } = first;
  if (freed && given && freed.boothId !== given.boothId) {
    return words.moved({ name, from: freed.boothCode, to: given.boothCode });
  }
  if (freed && given?.state === freed.state && freed.sixths.length !== given.sixths.length) {
    return words.share({ name, booths: given.boothCode, share: shareText(given.sixths.length) });
  }
  if (given) {
    const of = { name, booths: withShare(given) };
    if (given.state === 'confirmed') return freed ? words.confirmed(of) : words.given(of);
    return words[given.state]({ ...of, until: untilText(given.heldUntil, told) });
  }
  if (!freed) return m.plan_did_unknown();
  return words[ENDED[freed.state]]({ name, booths: withShare(freed) });
}

const isSwap = ([first, second, ...others]: Step['changes']): boolean =>
  others.length === 0 &&
  first?.given !== null &&
  first?.given.boothId === second?.freed?.boothId &&
  second?.given?.boothId === first?.freed?.boothId;

const ENDED = { held: 'letGo', offered: 'withdrawn', confirmed: 'freed' } as const satisfies Record<
  State,
  keyof Words
>;

export const untilText = (until: string | null, { timeZone, language }: Told): string =>
  until === null ? '' : formatDateTime(until, timeZone, language);

const withShare = ({ boothCode, sixths }: { boothCode: string; sixths: number[] }) =>
  sixths.length === 6 ? boothCode : `${boothCode} (${shareText(sixths.length)})`;
