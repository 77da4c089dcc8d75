import { useQuery } from '@tanstack/react-query';
import { m } from '../paraglide/messages.js';
import { Empty, ErrorState, Skeleton } from '../ui/states';
import classes from './dossier.module.css';
import { DossierLines } from './dossier-lines';
import { dossiersQuery } from './dossier-requests';
import type { DossierOwner } from './dossier-requests';

/** For an exhibitor: what it is asked to show, and what it showed. */
export function OwnDossier({ owner }: { owner: DossierOwner }) {
  const list = useQuery(dossiersQuery(owner.fairId));
  const dossier = list.data?.dossiers.find(({ exhibitorId }) => exhibitorId === owner.exhibitorId);
  if (list.isError && !list.data) {
    return <ErrorState problem={list.error} onRetry={() => void list.refetch()} />;
  }
  if (!list.data) return <Skeleton shapes={[120, 120]} />;
  if (!dossier || dossier.lines.length === 0) {
    return <Empty title={m.dossier_own_none()} text={m.dossier_own_none_text()} />;
  }
  return (
    <section aria-label={m.dossier_title()} className={classes.part}>
      <p className={classes.quiet}>{m.dossier_own_what()}</p>
      <DossierLines owner={owner} dossier={dossier} kinds={list.data.kinds} />
    </section>
  );
}
