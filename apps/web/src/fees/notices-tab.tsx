import { useState } from 'react';
import { foldText, formatVnd } from '@phien/kernel';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import notes from '../ui/notes.module.css';
import { FairProblem } from '../ui/fair-screen';
import { SearchField } from '../ui/search-field';
import { Empty, Skeleton } from '../ui/states';
import { noticeQuery, standingsQuery } from './fee-requests';
import type { Standing } from './fee-requests';
import { stateInWords } from './fee-words';
import classes from './fees.module.css';
import { NoticeView } from './notice-view';
import { RecordPayment } from './record-payment';
import type { FeesOf } from './fees-of';

/** All notices, found by name, by reference, or by what a bank wrote beside a transfer; or one of them. */
export function NoticesTab({ payerId, ...of }: FeesOf & { payerId: string | undefined }) {
  return payerId === undefined ? <Notices {...of} /> : <OneNotice {...of} payerId={payerId} />;
}

/** Whether a payer is meant: a bank leaves out spaces and capitals of a reference, and adds its own. */
export function isMeant({ nameVi, nameEn, reference }: Standing, typed: string): boolean {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return (
    foldText(`${nameVi} ${nameEn} ${reference}`).includes(foldText(typed.trim())) ||
    plain.includes(reference)
  );
}

function Notices({ fairId, fairCode, login }: FeesOf) {
  const { language } = useLanguage();
  const [typed, setTyped] = useState('');
  const asked = useQuery(standingsQuery(fairId));
  if (!asked.data) {
    return asked.error ? (
      <FairProblem problem={asked.error} login={login} onRetry={() => void asked.refetch()} />
    ) : (
      <Skeleton shapes={[48, 72, 72, 72]} />
    );
  }
  const { standings } = asked.data;
  if (standings.length === 0) {
    return (
      <Empty
        title={m.fee_notices_none_title()}
        text={m.fee_notices_none()}
        action={
          <Link to="/plan/fees" search={{ fair: fairCode }} className={buttons.main}>
            {m.fee_notices_go()}
          </Link>
        }
      />
    );
  }
  const found = standings.filter((standing) => isMeant(standing, typed));
  const sum = (of: 'chargedVnd' | 'paidVnd' | 'owedVnd') =>
    formatVnd(
      found.reduce((total, standing) => total + standing[of], 0),
      language,
    );
  return (
    <div className={classes.stack}>
      <SearchField label={m.fee_search()} typed={typed} onType={setTyped} />
      <p className={notes.quiet} role="status">
        {m.fee_found({ count: formatCount(found.length, language) })} ·{' '}
        {m.fee_sum_all({
          charged: sum('chargedVnd'),
          paid: sum('paidVnd'),
          owed: sum('owedVnd'),
        })}
      </p>
      <ul className={classes.list} data-testid="fee-standings">
        {found.map((standing) => (
          <li key={standing.payerId}>
            <Link
              to="/plan/fees"
              search={{ fair: fairCode, tab: 'notices', payer: standing.payerId }}
              className={classes.link}
            >
              <span className={classes.words}>
                <strong>{language === 'vi' ? standing.nameVi : standing.nameEn}</strong>
                <span className={notes.quiet}>{standing.reference}</span>
              </span>
              <StateChip standing={standing} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function StateChip({ standing }: { standing: Standing }) {
  const { language } = useLanguage();
  const { words, tone } = stateInWords(standing, language);
  return <span className={`${classes.chip} ${classes[tone]}`}>{words}</span>;
}

function OneNotice({ fairId, fairCode, login, payerId }: FeesOf & { payerId: string }) {
  const asked = useQuery(noticeQuery(fairId, payerId));
  return (
    <div className={classes.stack}>
      <Link to="/plan/fees" search={{ fair: fairCode, tab: 'notices' }} className={classes.back}>
        <ArrowLeft size={18} aria-hidden />
        {m.fee_all()}
      </Link>
      {asked.data ? (
        <>
          <NoticeView fairId={fairId} notice={asked.data} mayStrike />
          <RecordPayment fairId={fairId} notice={asked.data} />
        </>
      ) : asked.error ? (
        <FairProblem problem={asked.error} login={login} onRetry={() => void asked.refetch()} />
      ) : (
        <Skeleton shapes={[160, 240, 160]} />
      )}
    </div>
  );
}
