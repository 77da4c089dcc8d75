import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import { Empty, ErrorState, Skeleton } from '../ui/states';
import { publicDrawQuery } from './draw-requests';
import { Drawn } from './drawn';
import classes from './draws.module.css';
import { DrawLine } from './draw-line';

const route = getRouteApi('/draw');

/** `/draw?fair=&id=`: a draw of lots for anybody, before it, and to repeat it after. */
export function PublicDrawScreen() {
  const { fair: code = '', id = '' } = route.useSearch();
  const { language } = useLanguage();
  const asked = useQuery(publicDrawQuery(code, id));
  const found = asked.data;
  const isMissing = asked.error instanceof Problem && asked.error.status === 404;
  return (
    <AppShell
      name={found ? (language === 'vi' ? found.fairNameVi : found.fairNameEn) : m.draws_title()}
    >
      {found ? (
        <div className={classes.page}>
          <h1>{found.draw.title}</h1>
          <Drawn draw={found.draw} timeZone={found.timeZone} />
          {found.all.length > 1 && (
            <section>
              <h2>{m.draws_of_fair()}</h2>
              <ul className={classes.list}>
                {found.all.map((draw) => (
                  <li key={draw.id}>
                    <Link
                      to="/draw"
                      search={{ fair: code, id: draw.id }}
                      className={classes.row}
                      aria-current={draw.id === id ? 'page' : undefined}
                    >
                      <DrawLine draw={draw} timeZone={found.timeZone} />
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      ) : isMissing ? (
        <Empty title={m.draw_missing()} text={m.draw_missing_text()} />
      ) : asked.error ? (
        <ErrorState problem={asked.error} onRetry={() => void asked.refetch()} />
      ) : (
        <Skeleton shapes={[44, 72, 320]} />
      )}
    </AppShell>
  );
}
