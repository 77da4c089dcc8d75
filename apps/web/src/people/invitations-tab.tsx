import { Menu } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { MailX } from 'lucide-react';
import { queryClient } from '../api/queries';
import { RefusalNote } from '../home/entrance';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Empty, ErrorState, Skeleton } from '../ui/states';
import { Deeds } from './deeds';
import classes from './people.module.css';
import { readInvitations, withdrawInvitation } from './people.requests';
import type { Invitation } from './people.requests';
import { roleWords, scopeWords } from './role-words';

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
      <div className={`${classes.heads} ${classes.person}`} aria-hidden>
        <span>{m.people_col_whom()}</span>
        <span>{m.people_col_role()}</span>
        <span>{m.people_col_until()}</span>
      </div>
      <ul className={classes.rows} data-testid="invitations">
        {invitations.data.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            invitation={invitation}
            onWithdraw={() => withdrawing.mutate(invitation.id)}
          />
        ))}
      </ul>
    </section>
  );
}

interface InvitationRowProps {
  invitation: Invitation;
  onWithdraw: () => void;
}

function InvitationRow({ invitation, onWithdraw }: InvitationRowProps) {
  const { language } = useLanguage();
  const { role, forName, invitedByName, expiresAt, isExpired } = invitation;
  const scope = scopeWords(invitation, language);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const time = formatDateTime(expiresAt, zone, language);
  const whom = forName || m.people_for_anyone();
  return (
    <li className={classes.person}>
      <p className={classes.name}>
        <strong>{whom}</strong>
      </p>
      <div className={classes.facts}>
        <ul className={classes.held}>
          <li>
            <span>{roleWords[role].name()}</span>
            {scope && <span className={classes.quiet}>{scope}</span>}
          </li>
        </ul>
        <p className={classes.under}>{m.people_invited_by({ name: invitedByName })}</p>
      </div>
      <p className={isExpired ? classes.expired : classes.term}>
        {isExpired ? m.people_expired({ time }) : m.people_expires({ time })}
      </p>
      <Deeds of={whom}>
        <Menu.Item leftSection={<MailX size={18} aria-hidden />} onClick={onWithdraw}>
          {m.people_withdraw_invitation()}
        </Menu.Item>
      </Deeds>
    </li>
  );
}
