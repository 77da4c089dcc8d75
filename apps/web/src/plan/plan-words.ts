import { m } from '../paraglide/messages.js';
import type { Share, Step } from './plan-requests';
import { shareOf } from './plan.rules';

export const shareWords: Record<Share, () => string> = {
  whole: m.plan_share_whole,
  half: m.plan_share_half,
  third: m.plan_share_third,
};

export function shareText(sixths: number): string {
  const share = shareOf(sixths);
  return share === null ? m.plan_share_sixths({ sixths }) : shareWords[share]();
}

interface Words {
  given: (of: { booths: string; name: string }) => string;
  freed: (of: { booths: string; name: string }) => string;
  moved: (of: { name: string; from: string; to: string }) => string;
  share: (of: { booths: string; name: string; share: string }) => string;
  swapped: (of: { first: string; second: string }) => string;
  undone: (of: { what: string }) => string;
}

const done: Words = {
  given: m.plan_say_given,
  freed: m.plan_say_freed,
  moved: m.plan_say_moved,
  share: m.plan_say_share,
  swapped: m.plan_say_swapped,
  undone: m.plan_say_undone,
};

const did: Words = {
  given: m.plan_did_given,
  freed: m.plan_did_freed,
  moved: m.plan_did_moved,
  share: m.plan_did_share,
  swapped: m.plan_did_swapped,
  undone: m.plan_did_undone,
};

/** "Đã giao A12 cho …": a whole sentence of one's own step. */
export const sayDone = (step: Step) => sentence(step, done);

/** "giao A12 cho …": what follows a person's name. */
export const sayDid = (step: Step) => sentence(step, did);

/* What an undoing undid is the reverse of what it did. */
function sentence(step: Step, words: Words): string {
  if (step.action !== 'allocation_step_undone') return changeText(step.changes, words);
  const undone = step.changes.map((change) => ({
    ...change,
    freed: change.given,
    given: change.freed,
  }));
  return words.undone({ what: changeText(undone, did) });
}

function changeText(changes: Step['changes'], words: Words): string {
  const [first, second] = changes;
  if (!first) return m.plan_did_unknown();
  if (second) return words.swapped({ first: first.exhibitorName, second: second.exhibitorName });
  const { exhibitorName: name, freed, given } = first;
  if (freed && given) {
    return freed.boothId === given.boothId
      ? words.share({ name, booths: given.boothCode, share: shareText(given.sixths.length) })
      : words.moved({ name, from: freed.boothCode, to: given.boothCode });
  }
  if (given) return words.given({ name, booths: withShare(given) });
  return freed ? words.freed({ name, booths: withShare(freed) }) : m.plan_did_unknown();
}

const withShare = ({ boothCode, sixths }: { boothCode: string; sixths: number[] }) =>
  sixths.length === 6 ? boothCode : `${boothCode} (${shareText(sixths.length)})`;
