import { useMutation, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import type { WholeFair } from '../api/client';
import { queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import { archiveAddress, archivesQuery, orderArchive, type Archive } from './archive-requests';
import classes from './archives.module.css';
import { formatSize } from './reports.rules';

/** Of a sealed fair: its archives to download, each with its checksum, and a new one to be asked for. */
export function Archives({ fair }: { fair: WholeFair }) {
  const archives = useQuery(archivesQuery(fair.id));
  const ordering = useMutation({
    mutationFn: () => orderArchive(fair.id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: archivesQuery(fair.id).queryKey }),
  });
  if (archives.error) return <ProblemLine problem={archives.error} />;
  if (!archives.data) return <p className={classes.quiet}>{m.loading()}</p>;
  const { wanted, archives: all } = archives.data;
  const isOnItsWay = wanted !== null && wanted.state !== 'failed';
  return (
    <section className={classes.archives} aria-label={m.archive_title()} data-testid="archives">
      <h4>{m.archive_title()}</h4>
      <p className={classes.quiet}>{m.archive_what()}</p>
      <ul>
        {all.map((archive) => (
          <Line key={archive.edition} fair={fair} archive={archive} />
        ))}
      </ul>
      {isOnItsWay && (
        <p role="status" className={classes.making}>
          {wanted.state === 'waiting' ? m.reports_waiting() : m.archive_making()}
          {wanted.percent !== null && (
            <progress max={100} value={wanted.percent} aria-label={m.archive_making()} />
          )}
        </p>
      )}
      {wanted?.state === 'failed' && (
        <p role="status" className={classes.failed}>
          {m.archive_failed()} {m.error_code({ code: wanted.failedCode ?? '' })}
        </p>
      )}
      {!isOnItsWay && (
        <div>
          <button
            type="button"
            className={buttons.button}
            disabled={ordering.isPending}
            onClick={() => ordering.mutate()}
          >
            {all.length === 0 ? m.archive_make() : m.archive_make_again()}
          </button>
          {all.length > 0 && <p className={classes.quiet}>{m.archive_again_hint()}</p>}
        </div>
      )}
      {ordering.error && <ProblemLine problem={ordering.error} />}
    </section>
  );
}

function Line({ fair, archive }: { fair: WholeFair; archive: Archive }) {
  const { language } = useLanguage();
  const { edition, madeAt, askedByName, sizeBytes, sha256 } = archive;
  return (
    <li className={classes.archive}>
      <p>
        <strong>{m.archive_edition({ edition })}</strong>{' '}
        <span className={classes.quiet}>
          {m.archive_made({
            time: formatDateTime(madeAt, fair.timeZone, language),
            name: askedByName,
            size: formatSize(sizeBytes, language),
          })}
        </span>
      </p>
      <p className={classes.sum}>
        SHA-256 <code>{sha256}</code>
      </p>
      <a
        className={buttons.button}
        href={archiveAddress(fair.id, archive)}
        download
        aria-label={m.archive_download_name({ edition })}
      >
        <Download size={18} aria-hidden /> {m.archive_download()}
      </a>
    </li>
  );
}
