import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { queryClient } from '../api/queries';
import { RefusalNote } from '../home/entrance';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { AskedTwice } from '../ui/asked-twice';
import buttons from '../ui/buttons.module.css';
import { Empty, ErrorState, Skeleton } from '../ui/states';
import classes from './people.module.css';
import { AddWallDialog } from './wall-dialog';
import { readWallLinks, revokeWallLink, wallWords } from './wall-links.requests';
import type { WallLink } from './wall-links.requests';
import own from './walls-tab.module.css';

/** The walls that show the fair's board, each by a link of its own. */
export function WallsTab({ fairId }: { fairId: string }) {
  const [isAdding, setAdding] = useState(false);
  const queryKey = ['wall-links', fairId];
  const links = useQuery({ queryKey, queryFn: () => readWallLinks(fairId), staleTime: 0 });
  const revoking = useMutation({
    mutationFn: (linkId: string) => revokeWallLink(fairId, linkId),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  if (links.isError) {
    return <ErrorState problem={links.error} onRetry={() => void links.refetch()} />;
  }
  if (links.isPending) return <Skeleton shapes={[72, 72]} />;
  const add = (
    <button type="button" className={buttons.main} onClick={() => setAdding(true)}>
      <Plus size={18} aria-hidden />
      {m.walls_make()}
    </button>
  );
  return (
    <section aria-label={m.wall_title()}>
      <RefusalNote error={revoking.error} />
      {links.data.length === 0 ? (
        <Empty title={m.walls_none()} text={m.walls_none_text()} action={add} />
      ) : (
        <>
          <div className={own.head}>
            <p className={classes.quiet}>{m.walls_text()}</p>
            {add}
          </div>
          <ul className={classes.rows} data-testid="walls">
            {links.data.map((link) => (
              <WallRow
                key={link.id}
                link={link}
                isRevoking={revoking.isPending}
                onRevoke={() => revoking.mutate(link.id)}
              />
            ))}
          </ul>
        </>
      )}
      {isAdding && <AddWallDialog fairId={fairId} onClose={() => setAdding(false)} />}
    </section>
  );
}

interface WallRowProps {
  link: WallLink;
  isRevoking: boolean;
  onRevoke: () => void;
}

function WallRow({ link, isRevoking, onRevoke }: WallRowProps) {
  const { language } = useLanguage();
  const { name, audience, issuedByName, issuedAt, seenAt } = link;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const time = (instant: string) => formatDateTime(instant, zone, language);
  return (
    <li className={own.wall}>
      <div className={own.words}>
        <p className={own.name}>
          <strong>{name}</strong>
          <span className={classes.chip}>{wallWords[audience].name()}</span>
          <span className={classes.chip}>{wallWords[link.language].name()}</span>
        </p>
        <p className={classes.quiet}>
          {seenAt === null ? m.walls_unseen() : m.walls_seen({ time: time(seenAt) })}
          {' · '}
          {m.walls_issued({ name: issuedByName, time: time(issuedAt) })}
        </p>
      </div>
      <AskedTwice
        deed={m.walls_revoke()}
        deedOf={m.walls_revoke_of({ name })}
        question={m.walls_revoke_sure({ name })}
        keep={m.walls_keep()}
        isPending={isRevoking}
        onSure={onRevoke}
      />
    </li>
  );
}
