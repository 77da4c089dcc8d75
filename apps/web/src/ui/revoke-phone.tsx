import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryKey } from '@tanstack/react-query';
import { ShieldOff } from 'lucide-react';
import { revokePhone } from '../api/phones';
import { m } from '../paraglide/messages.js';
import buttons from './buttons.module.css';
import { ProblemLine } from './problem-line';
import classes from './question.module.css';
import { Sheet } from './sheet';
import { useToast } from './toast';

interface RevokePhoneProps {
  fairId: string;
  /** The register it sells for, its turn there, and what people call it. */
  phone: { registerId: string; epoch: number; device: string };
  /** Where the phones were read that are shown behind the question. */
  queryKey: QueryKey;
  onClose: () => void;
}

/** Asks before a phone is revoked: it cannot be taken back. */
export function RevokePhone({ fairId, phone, queryKey, onClose }: RevokePhoneProps) {
  const cache = useQueryClient();
  const say = useToast();
  const { registerId, epoch, device } = phone;
  const revoking = useMutation({
    mutationFn: () => revokePhone(fairId, registerId, epoch),
    onSuccess: () => {
      say({ text: m.my_till_revoked_toast({ device }) });
      onClose();
    },
    onSettled: () => cache.invalidateQueries({ queryKey }),
  });
  return (
    <Sheet title={m.my_revoke_title({ device })} onClose={onClose}>
      <div className={classes.question}>
        <p>{m.my_revoke_lost()}</p>
        <ul>
          <li>{m.my_revoke_counts()}</li>
          <li>{m.my_revoke_after()}</li>
        </ul>
        <p>{m.my_revoke_final()}</p>
        {revoking.error && <ProblemLine problem={revoking.error} />}
        <div className={classes.answers}>
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
