import { useEffect, useState } from 'react';
import { formatVnd } from '@phien/kernel';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { LanguageChoice } from '../ui/language-choice';
import { PrintedSlip } from './printed-slip';
import { numberOf, readReceipt, slipOfReceipt } from './receipt';
import type { Receipt } from './receipt';
import { Slip } from './slip';
import classes from './slip-page.module.css';
import { saleInAddress } from './slip.rules';

const lookAgainMs = 15_000;

type Found =
  | { state: 'looking' }
  | { state: 'found'; receipt: Receipt }
  | { state: 'notYet' | 'wrong' }
  | { state: 'failed'; code: string };

/** What a customer opens from the code on the slip: the sale as the ledger has it. */
export function SlipPage() {
  const { language } = useLanguage();
  const [address] = useState(() => saleInAddress(location.pathname));
  const [found, setFound] = useState<Found>({ state: address ? 'looking' : 'wrong' });
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    if (!address) return;
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      timer = setTimeout(() => setAsked((times) => times + 1), lookAgainMs);
    };
    readReceipt(address.fairId, address.saleId).then(
      (receipt) => isCurrent && setFound({ state: 'found', receipt }),
      (failure: unknown) => {
        if (!isCurrent) return;
        const problem = failure instanceof Problem ? failure : new Problem(0, 'unreachable');
        setFound(
          problem.status === 404 ? { state: 'notYet' } : { state: 'failed', code: problem.code },
        );
        again();
      },
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [address, asked]);

  const retry = (
    <button type="button" className={classes.button} onClick={() => setAsked((times) => times + 1)}>
      {m.retry()}
    </button>
  );
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <h1>{m.till_slip_title()}</h1>
        <LanguageChoice />
      </header>
      <div aria-live="polite" className={classes.states}>
        {found.state === 'looking' && <p className={classes.skeleton}>{m.loading()}</p>}
        {found.state === 'notYet' && (
          <section className={classes.warn}>
            <h2>{m.till_slip_not_yet()}</h2>
            <p>{m.till_slip_not_yet_why()}</p>
            {retry}
          </section>
        )}
        {found.state === 'wrong' && (
          <section className={classes.warn}>
            <h2>{m.not_found_title()}</h2>
            <p>{m.till_slip_wrong_address()}</p>
          </section>
        )}
        {found.state === 'failed' && (
          <section className={classes.warn}>
            <h2>{m.till_slip_failed()}</h2>
            <p>{m.till_slip_failed_why()}</p>
            <p>{m.error_code({ code: found.code })}</p>
            {retry}
          </section>
        )}
        {found.state === 'found' && <States receipt={found.receipt} />}
      </div>
      {found.state === 'found' && (
        <>
          <div className={classes.paper}>
            <Slip content={slipOfReceipt(found.receipt, language, null)} widthMm={80} />
          </div>
          <button type="button" className={classes.button} onClick={() => window.print()}>
            {m.till_print()}
          </button>
          <PrintedSlip
            content={slipOfReceipt(found.receipt, language, location.href)}
            widthMm={80}
          />
        </>
      )}
    </main>
  );
}

/** What the paper cannot know: what came back since, and whether the ledger counts the sale. */
function States({ receipt }: { receipt: Receipt }) {
  const { language } = useLanguage();
  const vnd = (amount: number) => formatVnd(amount, language);
  const counted = receipt.answers.filter(({ booking }) => booking === 'booked');
  return (
    <>
      {receipt.booking !== 'booked' ? (
        <section className={classes.warn}>
          <h2>{receipt.booking === 'refused' ? m.till_slip_refused() : m.till_slip_aside()}</h2>
          <p>
            {receipt.booking === 'refused' ? m.till_slip_refused_why() : m.till_slip_aside_why()}
          </p>
          {receipt.code && <p>{m.error_code({ code: receipt.code })}</p>}
        </section>
      ) : (
        <p className={classes.good}>{m.till_slip_in_ledger()}</p>
      )}
      {counted.map((answer) => (
        <section key={answer.documentId} className={classes.info}>
          <h2>
            {answer.kind === 'void'
              ? m.till_slip_voided()
              : m.till_slip_refunded({ amount: vnd(-answer.totalVnd) })}
          </h2>
          <p>
            {m.till_slip_number()}: {numberOf(answer.number)}
            {answer.reason && ` · ${answer.reason}`}
          </p>
        </section>
      ))}
      {counted.length > 0 && (
        <p className={classes.standing}>
          {m.till_slip_standing({ amount: vnd(receipt.standingVnd) })}
        </p>
      )}
    </>
  );
}
