import { useState } from 'react';
import { fairDayPlus, formatVnd, newId } from '@phien/kernel';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { Field } from '../my/field';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import notes from '../ui/notes.module.css';
import { FairProblem } from '../ui/fair-screen';
import { ProblemLine } from '../ui/problem-line';
import { Empty, Skeleton } from '../ui/states';
import { useToast } from '../ui/toast';
import { feesKey, previewQuery, reckonFees, standingsQuery } from './fee-requests';
import type { FeeChange, Preview } from './fee-requests';
import classes from './fees.module.css';
import type { FeesOf } from './fees-of';

const DAYS_TO_PAY = 14;

/** What would change if the fees were charged now, and the button that does it. */
export function ReckonTab({ fairId, fairCode, login }: FeesOf) {
  const preview = useQuery(previewQuery(fairId));
  const standings = useQuery(standingsQuery(fairId));
  const failed = [preview, standings].find(({ isError, data }) => isError && !data);
  if (failed?.error) {
    return (
      <FairProblem problem={failed.error} login={login} onRetry={() => void failed.refetch()} />
    );
  }
  if (!preview.data || !standings.data) return <Skeleton shapes={[80, 48, 320]} />;
  const { changes, unpriced } = preview.data;
  return (
    <div className={classes.stack}>
      {unpriced.length > 0 && (
        <Unpriced
          codes={[...new Set(unpriced.map(({ boothCode }) => boothCode))]}
          fairCode={fairCode}
        />
      )}
      {changes.length === 0 ? (
        unpriced.length === 0 && (
          <Empty title={m.fee_reckon_none_title()} text={m.fee_reckon_none()} />
        )
      ) : (
        <Changes
          key={preview.data.changesHash}
          fairId={fairId}
          fairCode={fairCode}
          preview={preview.data}
          today={standings.data.today}
        />
      )}
    </div>
  );
}

/* As many as one reads in passing; a fair without a tariff has all of them here. */
const CODES_SHOWN = 24;

function Unpriced({ codes, fairCode }: { codes: string[]; fairCode: string }) {
  const { language } = useLanguage();
  return (
    <div className={`${notes.warn} ${classes.unpriced}`}>
      <p role="status">{m.fee_unpriced({ count: formatCount(codes.length, language) })}</p>
      <details open={codes.length <= CODES_SHOWN}>
        <summary>{m.fee_unpriced_which()}</summary>
        <p>{codes.join(', ')}</p>
      </details>
      <Link to="/plan/fees" search={{ fair: fairCode }} className={buttons.button}>
        {m.fee_notices_go()}
      </Link>
    </div>
  );
}

interface ChangesProps {
  fairId: string;
  fairCode: string;
  preview: Preview;
  today: string;
}

function Changes({ fairId, fairCode, preview, today }: ChangesProps) {
  const { language } = useLanguage();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const say = useToast();
  const [id] = useState(newId);
  const [dueOn, setDueOn] = useState(fairDayPlus(today, DAYS_TO_PAY));
  const { changes, changesHash, chargedBeforeVnd, chargedAfterVnd } = preview;
  const reckoning = useMutation({
    mutationFn: () => reckonFees(fairId, { id, changesHash, dueOn }),
    onSuccess: async () => {
      say({ text: m.fee_reckoned() });
      await navigate({ to: '/plan/fees', search: { fair: fairCode, tab: 'notices' } });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: feesKey(fairId) }),
  });
  return (
    <>
      <section className={classes.card} aria-labelledby="fee-reckon">
        <h2 id="fee-reckon">
          {m.fee_reckon_sum({
            count: formatCount(changes.length, language),
            before: formatVnd(chargedBeforeVnd, language),
            after: formatVnd(chargedAfterVnd, language),
          })}
        </h2>
        <p className={notes.quiet}>{m.fee_reckon_text()}</p>
        <form
          className={classes.reckon}
          onSubmit={(event) => {
            event.preventDefault();
            if (!reckoning.isPending) reckoning.mutate();
          }}
        >
          <Field label={m.fee_due_on()} hint={dueOn < today ? m.fee_due_past() : undefined}>
            {(wired) => (
              <input
                {...wired}
                type="date"
                name="dueOn"
                required
                value={dueOn}
                onChange={(event) => setDueOn(event.currentTarget.value)}
              />
            )}
          </Field>
          <button type="submit" className={buttons.main} disabled={reckoning.isPending}>
            {m.fee_reckon()}
          </button>
        </form>
        {reckoning.error && <ProblemLine problem={reckoning.error} />}
      </section>
      <ul className={classes.list} data-testid="fee-changes">
        {changes.map((change) => (
          <ChangeRow key={change.allocationId} change={change} />
        ))}
      </ul>
    </>
  );
}

function ChangeRow({ change }: { change: FeeChange }) {
  const { language } = useLanguage();
  const { boothCode, exhibitorName, beforeVnd, afterVnd, waivedVnd, reason } = change;
  const payer = language === 'vi' ? change.payerNameVi : change.payerNameEn;
  const money = (vnd: number) => formatVnd(vnd, language);
  return (
    <li className={classes.change}>
      <div className={classes.words}>
        <span>
          <strong>{boothCode}</strong> · {exhibitorName}
        </span>
        {payer !== exhibitorName && (
          <span className={classes.under}>{m.fee_change_paid_by({ payer })}</span>
        )}
        {waivedVnd > 0 && (
          <span className={classes.under}>
            {m.fee_change_waived({ amount: money(waivedVnd), reason: reason ?? '' })}
          </span>
        )}
      </div>
      <div className={classes.amounts}>
        <span className={classes.figure}>
          {afterVnd === null ? m.fee_change_ended() : money(afterVnd)}
        </span>
        <span className={classes.under}>
          {beforeVnd === null
            ? m.fee_change_new()
            : m.fee_change_before({ amount: money(beforeVnd) })}
        </span>
      </div>
    </li>
  );
}
