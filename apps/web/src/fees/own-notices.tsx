import { useQuery } from '@tanstack/react-query';
import { m } from '../paraglide/messages.js';
import { Empty, ErrorState, Skeleton } from '../ui/states';
import { ownNoticesQuery } from './fee-requests';
import classes from './fees.module.css';
import { NoticeView } from './notice-view';

/** The notices of those for whom the caller stands. */
export function OwnNotices({ fairId }: { fairId: string }) {
  const asked = useQuery(ownNoticesQuery(fairId));
  if (!asked.data) {
    return asked.error ? (
      <ErrorState problem={asked.error} onRetry={() => void asked.refetch()} />
    ) : (
      <Skeleton shapes={[160, 240, 160]} />
    );
  }
  if (asked.data.length === 0) {
    return <Empty title={m.fee_own_none_title()} text={m.fee_own_none()} />;
  }
  return (
    <div className={classes.stack}>
      {asked.data.map((notice) => (
        <NoticeView
          key={notice.payerId}
          fairId={fairId}
          notice={notice}
          title={notice.exhibitorId === null ? undefined : m.fee_notice()}
        />
      ))}
    </div>
  );
}
