import { useEffect, useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { CheckCircle2, RefreshCw } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from '../ui/pairing.module.css';
import { Skeleton } from '../ui/states';
import { issuePairingCode } from '../api/phones';
import { readRegisters } from './counter-doors';
import type { Register } from './counter-doors';
import { ProblemLine } from '../ui/problem-line';
import type { Standing } from './my-client';
import { registersQuery } from './my-queries';
import { sightOf } from './register-state.rules';
import { PairingCode } from '../ui/pairing-code';
import { Sheet } from '../ui/sheet';

const LOOK_EVERY_MS = 3_000;

interface PairSheetProps {
  standing: Standing;
  register: Register;
  onClose: () => void;
}

/** A one-time code for a phone, as a QR code and as letters; says by itself when a phone took it. */
export function PairSheet({ standing, register, onClose }: PairSheetProps) {
  const [before] = useState(() => sightOf(register).phone);
  const issuing = useMutation({
    mutationFn: async () => {
      const { code, livesMs } = await issuePairingCode(standing.fairId, register.id);
      return { code, endsAt: performance.now() + livesMs };
    },
  });
  const { mutate } = issuing;
  useEffect(() => mutate(), [mutate]);

  const registers = useQuery({
    ...registersQuery(standing),
    queryFn: () => readRegisters(standing),
    refetchInterval: LOOK_EVERY_MS,
  });
  const now = registers.data?.find(({ id }) => id === register.id);
  const phone = now ? sightOf(now).phone : null;
  const isDone = phone !== null && phone.epoch > (before?.epoch ?? 0);
  const { name } = register;

  return (
    <Sheet title={m.my_pair_title({ name })} onClose={onClose}>
      <div className={classes.body}>
        <div role="status">
          {isDone && (
            <p className={classes.done}>
              <CheckCircle2 size={28} aria-hidden />
              {m.my_pair_done({ device: phone.deviceName })}
            </p>
          )}
        </div>
        {!isDone && (
          <>
            {before && before.revokedAt === null && (
              <p className={classes.warn}>{m.my_pair_replaces({ device: before.deviceName })}</p>
            )}
            {issuing.error && <ProblemLine problem={issuing.error} />}
            {issuing.data ? (
              <PairingCode key={issuing.data.code} {...issuing.data} onAgain={() => mutate()} />
            ) : issuing.error ? (
              <button type="button" className={buttons.main} onClick={() => mutate()}>
                <RefreshCw size={18} aria-hidden />
                {m.retry()}
              </button>
            ) : (
              <Skeleton shapes={[240, 56]} />
            )}
          </>
        )}
        {isDone && (
          <button type="button" className={buttons.main} onClick={onClose}>
            {m.toast_close()}
          </button>
        )}
      </div>
    </Sheet>
  );
}
