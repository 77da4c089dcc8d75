import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ShieldOff } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { revokePhone } from '../api/phones';
import type { Register } from './counter-doors';
import { ProblemLine } from '../ui/problem-line';
import type { Standing } from './my-client';
import { registersQuery } from './my-queries';
import classes from './pair-sheet.module.css';
import { sightOf } from './register-state.rules';
import { Sheet } from '../ui/sheet';
import { useToast } from '../ui/toast';

interface RevokeSheetProps {
  standing: Standing;
  register: Register;
  onClose: () => void;
}

/** Asks before a phone is revoked: it cannot be taken back. */
export function RevokeSheet({ standing, register, onClose }: RevokeSheetProps) {
  const cache = useQueryClient();
  const say = useToast();
  const { phone } = sightOf(register);
  const device = phone?.deviceName ?? register.name;
  const revoking = useMutation({
    mutationFn: () => revokePhone(standing.fairId, register.id, phone?.epoch ?? 1),
    onSuccess: () => {
      say({ text: m.my_till_revoked_toast({ device }) });
      onClose();
    },
    onSettled: () => cache.invalidateQueries({ queryKey: registersQuery(standing).queryKey }),
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
