import { useEffect, useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { CheckCircle2, RefreshCw } from 'lucide-react';
import { issuePairingCode } from '../api/phones';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { PairingCode } from '../ui/pairing-code';
import classes from '../ui/pairing.module.css';
import { ProblemLine } from '../ui/problem-line';
import { Sheet } from '../ui/sheet';
import { Skeleton } from '../ui/states';
import { tillsQuery } from './tills.requests';
import type { Till } from './tills.requests';

const LOOK_EVERY_MS = 3_000;

interface PairPhoneProps {
  fairId: string;
  till: Till;
  onClose: () => void;
}

/** A one-time code for another phone at this booth; says by itself when a phone took it. */
export function PairPhone({ fairId, till, onClose }: PairPhoneProps) {
  const [before] = useState(till);
  const issuing = useMutation({
    mutationFn: async () => {
      const { code, livesMs } = await issuePairingCode(fairId, before.registerId);
      return { code, endsAt: performance.now() + livesMs };
    },
  });
  const { mutate } = issuing;
  useEffect(() => mutate(), [mutate]);
  const tills = useQuery({ ...tillsQuery(fairId), refetchInterval: LOOK_EVERY_MS });
  const next = tills.data?.tills.find(
    ({ registerId, epoch }) => registerId === before.registerId && epoch > before.epoch,
  );
  return (
    <Sheet title={m.my_pair_title({ name: before.registerName })} onClose={onClose}>
      <div className={classes.body}>
        <div role="status">
          {next && (
            <p className={classes.done}>
              <CheckCircle2 size={28} aria-hidden />
              {m.my_pair_done({ device: next.deviceName ?? '' })}
            </p>
          )}
        </div>
        {!next && before.deviceName !== null && before.revokedAt === null && (
          <p className={classes.warn}>{m.my_pair_replaces({ device: before.deviceName })}</p>
        )}
        {!next && issuing.error && <ProblemLine problem={issuing.error} />}
        {next ? (
          <button type="button" className={buttons.main} onClick={onClose}>
            {m.toast_close()}
          </button>
        ) : issuing.data ? (
          <PairingCode key={issuing.data.code} {...issuing.data} onAgain={() => mutate()} />
        ) : issuing.error ? (
          <button type="button" className={buttons.main} onClick={() => mutate()}>
            <RefreshCw size={18} aria-hidden />
            {m.retry()}
          </button>
        ) : (
          <Skeleton shapes={[240, 56]} />
        )}
      </div>
    </Sheet>
  );
}
