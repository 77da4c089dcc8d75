import { useState } from 'react';
import { newId } from '@phien/kernel';
import { useMutation } from '@tanstack/react-query';
import fields from '../my/field.module.css';
import { m } from '../paraglide/messages.js';
import type { Exhibitor } from '../people/people.requests';
import { carryOut } from '../plan/plan-requests';
import type { Share } from '../plan/plan-requests';
import { SHARES, largestShare } from '../plan/plan.rules';
import { shareWords } from '../plan/plan-words';
import buttons from '../ui/buttons.module.css';
import { Choice } from '../ui/choice';
import { ProblemLine } from '../ui/problem-line';
import { Sheet } from '../ui/sheet';
import { useToast } from '../ui/toast';
import { refreshDelegations } from './delegation-requests';
import type { OwnBooth } from './delegation-requests';
import classes from './delegations.module.css';

interface GiveSheetProps {
  fairId: string;
  booth: OwnBooth;
  exhibitors: readonly Exhibitor[];
  onClose: () => void;
}

/** A booth of the cluster for one of the delegation's exhibitors; those without a booth come first. */
export function GiveSheet({ fairId, booth, exhibitors, onClose }: GiveSheetProps) {
  const say = useToast();
  const { id: boothId, code, freeSixths } = booth;
  const first = [
    ...exhibitors.filter(({ boothCodes }) => boothCodes.length === 0),
    ...exhibitors.filter(({ boothCodes }) => boothCodes.length > 0),
  ];
  const [exhibitorId, setExhibitor] = useState(first[0]?.id ?? '');
  const [share, setShare] = useState<Share>(largestShare(freeSixths));
  /* Sent again after a cut it is the same gift; another wish is another one. */
  const [id, setId] = useState(newId);
  const giving = useMutation({
    mutationFn: () =>
      carryOut(fairId, { verb: 'give', id, boothId, exhibitorId, share, state: 'confirmed' }),
    onSuccess: async () => {
      const name = exhibitors.find((each) => each.id === exhibitorId)?.name ?? '';
      say({ text: m.deleg_given_to({ code, name }) });
      await refreshDelegations(fairId);
      onClose();
    },
  });
  return (
    <Sheet title={m.deleg_give_of({ code })} onClose={onClose}>
      <form
        className={classes.cluster}
        onSubmit={(event) => {
          event.preventDefault();
          giving.mutate();
        }}
      >
        <label className={fields.field}>
          <span className={fields.label}>{m.deleg_give_to()}</span>
          <select
            className={fields.control}
            value={exhibitorId}
            onChange={(event) => {
              setExhibitor(event.currentTarget.value);
              setId(newId());
            }}
          >
            {first.map(({ id: each, name, boothCodes }) => (
              <option key={each} value={each}>
                {boothCodes.length === 0 ? name : `${name} (${boothCodes.join(', ')})`}
              </option>
            ))}
          </select>
        </label>
        <Choice
          label={m.deleg_give_share()}
          value={share}
          options={SHARES.slice(SHARES.indexOf(largestShare(freeSixths))).map((value) => ({
            value,
            name: shareWords[value](),
          }))}
          onChoose={(chosen) => {
            setShare(chosen);
            setId(newId());
          }}
        />
        {giving.error && <ProblemLine problem={giving.error} />}
        <button type="submit" className={buttons.main} disabled={giving.isPending}>
          {m.deleg_give()}
        </button>
      </form>
    </Sheet>
  );
}
