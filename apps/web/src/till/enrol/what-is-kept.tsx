import { m } from '../../paraglide/messages.js';
import { useSellingTill } from '../core/till-context';
import { warningsOf } from '../core/warnings.rules';
import { Note } from '../ui/parts';

/** Whether the till itself is on the phone, so that it opens and sells without a network. */
export function PagesNote() {
  const { state } = useSellingTill();
  return state.arePagesKept ? (
    <Note tone="good">{m.till_pages_kept()}</Note>
  ) : (
    <Note tone="info">{m.till_pages_coming()}</Note>
  );
}

/** That the browser promised to keep the till's database; what to do when it did not is a warning. */
export function StorageNote() {
  const { state } = useSellingTill();
  return state.isStorageKept ? <Note tone="good">{m.till_storage_kept()}</Note> : null;
}

const warningWords = { storage: m.till_storage_not_kept, clock: m.till_clock_off };

/** What may cost sales or their day, and what to do about it; nothing when all is well. */
export function Warnings() {
  const { state } = useSellingTill();
  return warningsOf(state).map((warning) => (
    <Note key={warning} tone="warn">
      {warningWords[warning]()}
    </Note>
  ));
}

const seenBy = {
  organizers: m.till_seen_by_organizers,
  officials: m.till_seen_by_officials,
  everyone: m.till_seen_by_everyone,
};

/** Who sees the money of this booth: people dare to use a till when they know. */
export function WhoSees() {
  const { catalogue } = useSellingTill();
  const { boothMoneyVisibleTo } = catalogue.fair;
  return <Note tone="info">{seenBy[boothMoneyVisibleTo]()}</Note>;
}
