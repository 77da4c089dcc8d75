import { useMutation, useQuery } from '@tanstack/react-query';
import { queryClient } from '../api/queries';
import { RefusalNote } from '../home/entrance';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Empty, ErrorState, Skeleton } from '../ui/states';
import classes from './people.module.css';
import { readInvitations, withdrawInvitation } from './people.requests';
import type { Invitation } from './people.requests';
import { roleWords } from './role-words';

/** Whom the fair waits for. */
export function InvitationsTab({ fairId, onInvite }: { fairId: string; onInvite: () => void }) {
  const invitations = useQuery({
    queryKey: ['invitations', fairId],
    queryFn: () => readInvitations(fairId),
    staleTime: 0,
  });
  const withdrawing = useMutation({
    mutationFn: (id: string) => withdrawInvitation(fairId, id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['invitations', fairId] }),
  });
  if (invitations.isError) {
    return <ErrorState problem={invitations.error} onRetry={() => void invitations.refetch()} />;
  }
  if (invitations.isPending) return <Skeleton shapes={[72, 72]} />;
  if (invitations.data.length === 0) {
    return (
      <Empty
        title={m.people_no_invitations()}
        text={m.people_no_invitations_text()}
        action={
          <button type="button" className={buttons.button} onClick={onInvite}>
            {m.people_invite()}
          </button>
        }
      />
    );
  }
  return (
    <section aria-label={m.people_tab_invitations()}>
      <RefusalNote error={withdrawing.error} />
      <ul className={classes.rows} data-testid="invitations">
        {invitations.data.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            invitation={invitation}
            isPending={withdrawing.isPending}
            onWithdraw={() => withdrawing.mutate(invitation.id)}
          />
        ))}
      </ul>
    </section>
  );
}

interface InvitationRowProps {
  invitation: Invitation;
  isPending: boolean;
  onWithdraw: () => void;
}

function InvitationRow({ invitation, isPending, onWithdraw }: InvitationRowProps) {
  const { language } = useLanguage();
  const { role, exhibitorName, forName, invitedByName, expiresAt, isExpired } = invitation;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const time = formatDateTime(expiresAt, zone, language);
  const whom = forName || m.people_for_anyone();
  return (
    <li className={classes.person}>
      <div className={classes.who}>
        <strong>{whom}</strong>
        <span className={classes.quiet}>{m.people_invited_by({ name: invitedByName })}</span>
      </div>
      <ul className={classes.chips}>
        <li className={classes.roleChip}>
          <span>
            {roleWords[role].name()}
            {exhibitorName && ` · ${exhibitorName}`}
          </span>
        </li>
      </ul>
      <p className={isExpired ? classes.expired : classes.quiet}>
        {isExpired ? m.people_expired({ time }) : m.people_expires({ time })}
      </p>
      <div className={classes.deeds}>
        <button
          type="button"
          className={buttons.button}
          disabled={isPending}
          aria-label={m.people_withdraw_invitation_of({ whom })}
          onClick={onWithdraw}
        >
          {m.people_withdraw_invitation()}
        </button>
      </div>
    </li>
  );
}
