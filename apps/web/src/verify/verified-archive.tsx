import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import classes from './verify-page.module.css';
import type { VerifiedFile } from './verify-requests';

interface VerifiedArchiveProps {
  archive: VerifiedFile;
  children: ReactNode;
}

/** What a genuine archive of a fair is, and whether a newer one is there. */
export function VerifiedArchive({ archive, children }: VerifiedArchiveProps) {
  const { language } = useLanguage();
  const { edition, newerEdition, madeAt, sizeBytes, timeZone } = archive;
  return (
    <>
      <section className={newerEdition === null ? classes.good : classes.warn}>
        <h2>
          {newerEdition === null
            ? m.verify_archive_genuine({ edition })
            : m.verify_archive_old({ edition, newer: newerEdition })}
        </h2>
        <p>{m.verify_archive_check()}</p>
      </section>
      <section className={classes.card}>
        <h2>{language === 'vi' ? archive.fairNameVi : archive.fairNameEn}</h2>
        {archive.isDemo && (
          <p className={classes.warn}>
            {m.demo()}. {m.demo_meaning()}
          </p>
        )}
        <p className={classes.quiet}>
          {m.verify_archive_made({
            time: formatDateTime(madeAt, timeZone, language),
            bytes: formatCount(sizeBytes, language),
          })}
        </p>
        {children}
      </section>
    </>
  );
}
