import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { ArrowLeft, CircleCheck } from 'lucide-react';
import { queryClient } from '../api/queries';
import { formatCount } from '../i18n/numbers';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { BringList } from './bring-list';
import { DraftView } from './draft-view';
import classes from './roster.module.css';
import { dropDraft } from './roster-requests';
import type { RosterDraft, RosterTaken } from './roster-requests';

interface RosterPartProps {
  fairId: string;
  onClose: () => void;
}

/** Brings exhibitors and what they sell from a file or another fair, and takes them out as files. */
export function RosterPart({ fairId, onClose }: RosterPartProps) {
  const [draft, setDraft] = useState<RosterDraft | null>(null);
  const [taken, setTaken] = useState<RosterTaken | null>(null);
  const dropping = useMutation({ mutationFn: (id: string) => dropDraft(fairId, id) });
  const begin = () => {
    setDraft(null);
    setTaken(null);
  };
  const giveUp = () => {
    if (draft) dropping.mutate(draft.id);
    begin();
  };
  const done = async (result: RosterTaken) => {
    setTaken(result);
    setDraft(null);
    await Promise.all(
      ['exhibitors', 'delegations', 'products'].map((key) =>
        queryClient.invalidateQueries({ queryKey: [key, fairId] }),
      ),
    );
  };
  return (
    <section aria-label={m.roster_title()} className={classes.part}>
      <div className={classes.head}>
        <button type="button" className={buttons.button} onClick={onClose}>
          <ArrowLeft size={18} aria-hidden />
          {m.roster_back()}
        </button>
        <h2>{m.roster_title()}</h2>
      </div>
      {taken && <Taken taken={taken} onBegin={begin} onClose={onClose} />}
      {draft && (
        <DraftView
          key={draft.seen}
          fairId={fairId}
          draft={draft}
          onChanged={setDraft}
          onGiveUp={giveUp}
          onTaken={(result) => void done(result)}
        />
      )}
      {!draft && !taken && <BringList fairId={fairId} onDraft={setDraft} />}
    </section>
  );
}

interface TakenProps {
  taken: RosterTaken;
  onBegin: () => void;
  onClose: () => void;
}

function Taken({ taken, onBegin, onClose }: TakenProps) {
  const { language } = useLanguage();
  const count = (number: number) => formatCount(number, language);
  return (
    <div className={classes.card} role="status">
      <p className={classes.done}>
        <CircleCheck size={22} aria-hidden />
        <strong>{m.roster_taken()}</strong>
      </p>
      <ul className={classes.sums}>
        <li>{m.roster_added_exhibitors({ count: count(taken.addedExhibitors) })}</li>
        <li>{m.roster_changed_exhibitors({ count: count(taken.changedExhibitors) })}</li>
        <li>{m.roster_added_products({ count: count(taken.addedProducts) })}</li>
        <li>{m.roster_changed_products({ count: count(taken.changedProducts) })}</li>
      </ul>
      <div className={classes.foot}>
        <button type="button" className={buttons.button} onClick={onBegin}>
          {m.roster_another()}
        </button>
        <button type="button" className={buttons.main} onClick={onClose}>
          {m.roster_see_list()}
        </button>
      </div>
    </div>
  );
}
