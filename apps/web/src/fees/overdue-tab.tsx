import { formatVnd } from '@phien/kernel';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import notes from '../ui/notes.module.css';
import { FairProblem } from '../ui/fair-screen';
import { Empty, Skeleton } from '../ui/states';
import { standingsQuery } from './fee-requests';
import type { Standing } from './fee-requests';
import { dayInFull } from './fee-words';
import classes from './fees.module.css';
import type { FeesOf } from './fees-of';

/** Who owes what was due, the most first, and whom to ask. */
export function OverdueTab({ fairId, fairCode, login }: FeesOf) {
  const { language } = useLanguage();
  const asked = useQuery(standingsQuery(fairId));
  if (!asked.data) {
    return asked.error ? (
      <FairProblem problem={asked.error} login={login} onRetry={() => void asked.refetch()} />
    ) : (
      <Skeleton shapes={[48, 72, 72, 72]} />
    );
  }
  const { today, standings } = asked.data;
  const overdue = standings
    .filter(({ overdueVnd }) => overdueVnd > 0)
    .sort((a, b) => b.overdueVnd - a.overdueVnd);
  const day = dayInFull(today);
  if (overdue.length === 0) {
    return <Empty title={m.fee_overdue_none_title()} text={m.fee_overdue_none({ day })} />;
  }
  const nameOf = ({ nameVi, nameEn }: Standing) => (language === 'vi' ? nameVi : nameEn);
  const fileOf = (format: 'xlsx' | 'csv') =>
    `/api/fairs/${fairId}/fees/overdue/${format}?language=${language}`;
  return (
    <div className={classes.stack}>
      <div className={classes.head}>
        <p role="status">
          {m.fee_overdue_sum({
            day,
            count: formatCount(overdue.length, language),
            amount: formatVnd(
              overdue.reduce((sum, { overdueVnd }) => sum + overdueVnd, 0),
              language,
            ),
          })}
        </p>
        <div className={classes.deeds}>
          {(['xlsx', 'csv'] as const).map((format) => (
            <a key={format} className={buttons.button} href={fileOf(format)} download>
              <Download size={18} aria-hidden />
              {m.fee_overdue_save({ format: format.toUpperCase() })}
            </a>
          ))}
        </div>
      </div>
      <ul className={classes.list} data-testid="fee-overdue">
        {overdue.map((standing) => (
          <li key={standing.payerId} className={classes.debtor}>
            <div className={classes.words}>
              <Link
                to="/plan/fees"
                search={{ fair: fairCode, tab: 'notices', payer: standing.payerId }}
              >
                <strong>{nameOf(standing)}</strong>
              </Link>
              <span className={notes.quiet}>
                {standing.reference}
                {standing.dueOn !== null && (
                  <> · {m.fee_overdue_since({ day: dayInFull(standing.dueOn) })}</>
                )}
              </span>
            </div>
            <strong className={`${classes.figure} ${classes.late}`}>
              {formatVnd(standing.overdueVnd, language)}
            </strong>
            <Contact standing={standing} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Contact({ standing }: { standing: Standing }) {
  const { contactName, contactPhone, contactMail } = standing;
  if (contactName === null && contactPhone === null && contactMail === null) {
    return <p className={classes.contact}>{m.fee_contact_none()}</p>;
  }
  return (
    <p className={classes.contact}>
      {contactName !== null && <span>{contactName}</span>}
      {contactPhone !== null && (
        <a href={`tel:${contactPhone.replace(/[^0-9+]/g, '')}`}>{contactPhone}</a>
      )}
      {contactMail !== null && <a href={`mailto:${contactMail}`}>{contactMail}</a>}
    </p>
  );
}
