import { useState } from 'react';
import type { ReactNode } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { AskedTwice } from '../ui/asked-twice';
import buttons from '../ui/buttons.module.css';
import notes from '../ui/notes.module.css';
import { FairProblem } from '../ui/fair-screen';
import { ProblemLine } from '../ui/problem-line';
import { Skeleton } from '../ui/states';
import { AccountForm } from './account-form';
import { tariffQuery, withdrawRate, withdrawRelief } from './fee-requests';
import type { Tariff } from './fee-requests';
import { priceInWords, reliefInWords, scopeInWords } from './fee-words';
import classes from './fees.module.css';
import { useTariffKept } from './fees-of';
import type { FeesOf } from './fees-of';
import { RateForm } from './rate-form';
import { ReliefForm } from './relief-form';

/** What booths cost, who is free, and where fees are paid to. */
export function TariffTab({ fairId, login }: FeesOf) {
  const asked = useQuery(tariffQuery(fairId));
  if (!asked.data) {
    return asked.error ? (
      <FairProblem problem={asked.error} login={login} onRetry={() => void asked.refetch()} />
    ) : (
      <Skeleton shapes={[220, 180, 160]} />
    );
  }
  const tariff = asked.data;
  return (
    <div className={classes.stack}>
      <Rates fairId={fairId} tariff={tariff} />
      <Reliefs fairId={fairId} tariff={tariff} />
      <Account fairId={fairId} tariff={tariff} />
    </div>
  );
}

interface PartProps {
  fairId: string;
  tariff: Tariff;
}

function Rates({ fairId, tariff }: PartProps) {
  const { language } = useLanguage();
  const [isAdding, setAdding] = useState(false);
  return (
    <section className={classes.card} aria-labelledby="fee-rates">
      <h2 id="fee-rates">{m.fee_rates()}</h2>
      <p className={notes.quiet}>
        {tariff.rates.length === 0 ? m.fee_rates_none() : m.fee_rates_text()}
      </p>
      {tariff.rates.length > 0 && (
        <ul className={classes.rows} data-testid="fee-rates">
          {tariff.rates.map((rate) => (
            <Withdrawn
              key={rate.id}
              fairId={fairId}
              what={scopeInWords(rate)}
              onWithdraw={() => withdrawRate(fairId, rate.id)}
            >
              <strong>{scopeInWords(rate)}</strong>
              <span className={notes.quiet}>{priceInWords(rate, language)}</span>
            </Withdrawn>
          ))}
        </ul>
      )}
      {isAdding ? (
        <RateForm fairId={fairId} zoneCodes={tariff.zoneCodes} onClose={() => setAdding(false)} />
      ) : (
        <AddButton word={m.fee_rate_add()} onOpen={() => setAdding(true)} />
      )}
    </section>
  );
}

function Reliefs({ fairId, tariff }: PartProps) {
  const { language } = useLanguage();
  const [isAdding, setAdding] = useState(false);
  return (
    <section className={classes.card} aria-labelledby="fee-reliefs">
      <h2 id="fee-reliefs">{m.fee_reliefs()}</h2>
      <p className={notes.quiet}>
        {tariff.reliefs.length === 0 ? m.fee_reliefs_none() : m.fee_reliefs_text()}
      </p>
      {tariff.reliefs.length > 0 && (
        <ul className={classes.rows} data-testid="fee-reliefs">
          {tariff.reliefs.map((relief) => (
            <Withdrawn
              key={relief.id}
              fairId={fairId}
              what={reliefInWords(relief, language)}
              onWithdraw={() => withdrawRelief(fairId, relief.id)}
            >
              <strong>{reliefInWords(relief, language)}</strong>
              <span className={notes.quiet}>{relief.reason}</span>
            </Withdrawn>
          ))}
        </ul>
      )}
      {isAdding ? (
        <ReliefForm fairId={fairId} onClose={() => setAdding(false)} />
      ) : (
        <AddButton word={m.fee_relief_add()} onOpen={() => setAdding(true)} />
      )}
    </section>
  );
}

function Account({ fairId, tariff }: PartProps) {
  const [isChanging, setChanging] = useState(false);
  const { account } = tariff;
  return (
    <section className={classes.card} aria-labelledby="fee-account">
      <h2 id="fee-account">{m.fee_account()}</h2>
      {account === null ? (
        <p className={notes.warn}>{m.fee_account_none()}</p>
      ) : (
        <>
          <p className={notes.quiet}>{m.fee_account_text()}</p>
          <p>
            <strong className={classes.figure}>{account.accountNumber}</strong> ·{' '}
            {account.holderName}
          </p>
        </>
      )}
      {isChanging ? (
        <AccountForm fairId={fairId} kept={account} onClose={() => setChanging(false)} />
      ) : (
        <button
          type="button"
          className={`${buttons.button} ${classes.start}`}
          onClick={() => setChanging(true)}
        >
          {account === null ? m.fee_account_set() : m.fee_account_change()}
        </button>
      )}
    </section>
  );
}

const AddButton = ({ word, onOpen }: { word: string; onOpen: () => void }) => (
  <button type="button" className={`${buttons.button} ${classes.start}`} onClick={onOpen}>
    <Plus size={18} aria-hidden />
    {word}
  </button>
);

interface WithdrawnProps {
  fairId: string;
  /** What it is called, for those who do not see its row. */
  what: string;
  onWithdraw: () => Promise<Tariff>;
  children: ReactNode;
}

/** A row that can be taken out of the tariff. */
function Withdrawn({ fairId, what, onWithdraw, children }: WithdrawnProps) {
  const keep = useTariffKept(fairId);
  const withdrawing = useMutation({ mutationFn: onWithdraw, onSuccess: keep });
  return (
    <li className={classes.row}>
      <div className={classes.words}>{children}</div>
      <AskedTwice
        deed={m.fee_withdraw()}
        deedOf={m.fee_withdraw_of({ what })}
        question={m.fee_withdraw_sure()}
        keep={m.fee_keep()}
        isPending={withdrawing.isPending}
        onSure={() => withdrawing.mutate()}
      />
      {withdrawing.error && <ProblemLine problem={withdrawing.error} />}
    </li>
  );
}
