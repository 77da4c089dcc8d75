import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ShieldOff } from 'lucide-react';
import { revokePhone } from '../api/phones';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import { Sheet } from '../ui/sheet';
import { useToast } from '../ui/toast';
import { tillsQuery } from './tills.requests';
import type { Till } from './tills.requests';
import classes from './till-panel.module.css';

interface RevokePhoneProps {
  fairId: string;
  till: Till;
  onClose: () => void;
}

/** Asks before a phone is revoked: it cannot be taken back. */
export function RevokePhone({ fairId, till, onClose }: RevokePhoneProps) {
  const cache = useQueryClient();
  const say = useToast();
  const device = till.deviceName ?? till.registerName;
  const revoking = useMutation({
    mutationFn: () => revokePhone(fairId, till.registerId, till.epoch),
    onSuccess: () => {
      say({ text: m.my_till_revoked_toast({ device }) });
      onClose();
    },
    onSettled: () => cache.invalidateQueries({ queryKey: tillsQuery(fairId).queryKey }),
  });
  return (
    <Sheet title={m.my_revoke_title({ device })} onClose={onClose}>
      <div className={classes.body}>
        <p>{m.my_revoke_lost()}</p>
        <ul className={classes.advice}>
          <li>{m.my_revoke_counts()}</li>
          <li>{m.my_revoke_after()}</li>
        </ul>
        <p>{m.my_revoke_final()}</p>
        {revoking.error && <ProblemLine problem={revoking.error} />}
        <div className={classes.deeds}>
          <button type="button" className={buttons.main} onClick={onClose}>
            {m.my_cancel()}
          </button>
          <button
            type="button"
            className={`${buttons.button} ${classes.danger}`}
            aria-disabled={revoking.isPending}
            onClick={() => {
              if (!revoking.isPending) revoking.mutate();
            }}
          >
            <ShieldOff size={18} aria-hidden />
            {m.my_revoke_do()}
          </button>
        </div>
      </div>
    </Sheet>
  );
}
