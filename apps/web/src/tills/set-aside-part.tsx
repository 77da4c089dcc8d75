import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { formatVnd } from '@phien/kernel';
import type { Fair } from '../api/client';
import { formatCount } from '../i18n/numbers';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Choice } from '../ui/choice';
import { DoorLink } from '../ui/door-link';
import { Empty, ErrorState, Skeleton } from '../ui/states';
import { DecideSheet } from './decide-sheet';
import { kindWords } from './till-words';
import type { Times } from './till-words';
import { readSetAside } from './tills.requests';
import type { Deed, SetAside, Till } from './tills.requests';
import { byPhone, deedFor, keyOf, totalOf } from './tills.rules';
import classes from './set-aside-part.module.css';

interface SetAsidePartProps {
  fair: Fair;
  /** Only what the phones of this register sent; all of the fair without. */
  of: Till | undefined;
  times: Times;
}

/** What is in the ledger and does not count: what waits for a decision, and what was decided and why. */
export function SetAsidePart({ fair, of, times }: SetAsidePartProps) {
  const { language } = times;
  const [state, setState] = useState<'waiting' | 'decided'>('waiting');
  const [pages, setPages] = useState(1);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [deciding, setDeciding] = useState<{ deed: Deed; documents: SetAside[] } | null>(null);
  const registerId = of?.registerId;
  const asked = { state, ...(registerId !== undefined && { registerId }) };
  const aside = useQuery({
    queryKey: ['set-aside', fair.id, asked, pages],
    queryFn: () => readPages(fair.id, asked, pages),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
  const documents = aside.data?.documents ?? [];
  const isFairSealed = aside.data?.isFairSealed ?? false;
  const picked = documents.filter(({ documentId }) => chosen.has(documentId));
  const deeds = new Set(picked.map((document) => deedFor(document, isFairSealed)));
  /* Together only what all of them allow. */
  const [inFavour = null] = deeds.size === 1 ? deeds : [];
  const choose = (ids: readonly string[], isChosen: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (isChosen) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  return (
    <section aria-label={m.tills_tab_aside()} className={classes.part}>
      <p className={classes.hint}>{m.tills_aside_hint()}</p>
      {isFairSealed && <p className={classes.hint}>{m.tills_aside_sealed()}</p>}
      {of && (
        <p className={classes.of}>
          {m.tills_aside_of({ code: of.boothCode })}{' '}
          <DoorLink href={`/tills?fair=${fair.code}&view=aside`}>{m.tills_aside_of_all()}</DoorLink>
        </p>
      )}
      <Choice
        label={m.tills_aside_choice()}
        value={state}
        options={[
          { value: 'waiting', name: m.tills_aside_waiting() },
          { value: 'decided', name: m.tills_aside_decided() },
        ]}
        onChoose={(next) => {
          setState(next);
          setPages(1);
          setChosen(new Set());
        }}
      />
      {aside.data ? (
        documents.length === 0 ? (
          <Empty
            title={state === 'waiting' ? m.tills_aside_none() : m.tills_aside_none_decided()}
            text={
              state === 'waiting' ? m.tills_aside_none_text() : m.tills_aside_none_decided_text()
            }
          />
        ) : (
          byPhone(documents).map((phone) => (
            <Phone
              key={phone[0] ? keyOf(phone[0]) : ''}
              documents={phone}
              chosen={chosen}
              isDecided={state === 'decided'}
              isFairSealed={isFairSealed}
              times={times}
              onChoose={choose}
              onDecide={(deed, document) => setDeciding({ deed, documents: [document] })}
            />
          ))
        )
      ) : aside.error ? (
        <ErrorState problem={aside.error} onRetry={() => void aside.refetch()} />
      ) : (
        <Skeleton shapes={[120, 72, 72, 72]} />
      )}
      {aside.data?.hasMore && (
        <button type="button" className={buttons.button} onClick={() => setPages(pages + 1)}>
          {m.tills_aside_more()}
        </button>
      )}
      {picked.length > 0 && (
        <div className={classes.bar}>
          <p role="status">
            {m.tills_aside_selected({
              count: formatCount(picked.length, language),
              amount: formatVnd(totalOf(picked), language),
            })}
          </p>
          {inFavour !== null && (
            <button
              type="button"
              className={buttons.main}
              onClick={() => setDeciding({ deed: inFavour, documents: picked })}
            >
              <Check size={18} aria-hidden />
              {inFavour === 'accepted' ? m.tills_accept() : m.tills_propose()}
            </button>
          )}
          <button
            type="button"
            className={buttons.button}
            onClick={() => setDeciding({ deed: 'refused', documents: picked })}
          >
            <X size={18} aria-hidden />
            {m.tills_refuse()}
          </button>
        </div>
      )}
      {deciding && (
        <DecideSheet
          fairId={fair.id}
          {...deciding}
          onDecided={(ids) => choose(ids, false)}
          onClose={() => setDeciding(null)}
        />
      )}
    </section>
  );
}

async function readPages(fairId: string, asked: Parameters<typeof readSetAside>[1], pages: number) {
  const first = await readSetAside(fairId, asked);
  for (let page = 1; page < pages && first.hasMore; page++) {
    const next = await readSetAside(fairId, asked, first.documents.at(-1)?.documentId);
    first.documents.push(...next.documents);
    first.hasMore = next.hasMore;
  }
  return first;
}

interface PhoneProps {
  documents: readonly SetAside[];
  chosen: ReadonlySet<string>;
  isDecided: boolean;
  isFairSealed: boolean;
  times: Times;
  onChoose: (ids: readonly string[], isChosen: boolean) => void;
  onDecide: (deed: Deed, document: SetAside) => void;
}

/** What one phone sent that was set aside, in the order of its chain. */
function Phone(props: PhoneProps) {
  const { documents, chosen, isDecided, isFairSealed, times, onChoose, onDecide } = props;
  const [first] = documents;
  if (!first) return null;
  const count = formatCount(documents.length, times.language);
  const ids = documents.map(({ documentId }) => documentId);
  const isAll = ids.every((id) => chosen.has(id));
  const title = `aside-${keyOf(first)}`;
  return (
    <section className={classes.phone} aria-labelledby={title}>
      <header className={classes.head}>
        <h2 id={title}>
          <span className={classes.code}>{first.boothCode}</span> {first.exhibitorName}
        </h2>
        <p className={classes.quiet}>
          {m.tills_aside_phone({ epoch: formatCount(first.epoch, times.language), count })}
        </p>
        {!isDecided && documents.length > 1 && (
          <div className={classes.all}>
            <label>
              <input type="checkbox" checked={isAll} onChange={() => onChoose(ids, !isAll)} />
              <span>{m.tills_aside_select_all({ count })}</span>
            </label>
            <label>
              <span>{m.tills_aside_select_to()}</span>
              <input
                type="number"
                inputMode="numeric"
                min={first.sequence}
                max={documents.at(-1)?.sequence}
                onChange={(event) => {
                  const last = event.currentTarget.valueAsNumber;
                  onChoose(ids, false);
                  onChoose(upTo(documents, last), true);
                }}
              />
            </label>
          </div>
        )}
      </header>
      <ul className={classes.rows} data-testid="set-aside">
        {documents.map((document) => (
          <Row
            key={document.documentId}
            document={document}
            times={times}
            inFavour={deedFor(document, isFairSealed)}
            isChosen={chosen.has(document.documentId)}
            onChoose={(isChosen) => onChoose([document.documentId], isChosen)}
            onDecide={(deed) => onDecide(deed, document)}
          />
        ))}
      </ul>
    </section>
  );
}

const upTo = (documents: readonly SetAside[], last: number) =>
  documents.filter(({ sequence }) => sequence <= last).map(({ documentId }) => documentId);

interface RowProps {
  document: SetAside;
  times: Times;
  /** Null while one's own proposal waits for somebody else. */
  inFavour: 'accepted' | 'proposed' | null;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  onDecide: (deed: Deed) => void;
}

function Row({ document, times, inFavour, isChosen, onChoose, onDecide }: RowProps) {
  const { language, timeZone } = times;
  const { kind, totalVnd, at, cashier, goods, lineCount, proposal, decision } = document;
  const number = formatCount(document.sequence, language);
  const names = goods.join(', ');
  return (
    <li className={classes.row}>
      {decision === null && (
        <input
          type="checkbox"
          className={classes.check}
          checked={isChosen}
          aria-label={m.tills_aside_select({ number })}
          onChange={() => onChoose(!isChosen)}
        />
      )}
      <div className={classes.what}>
        <p className={classes.line}>
          <strong>{kind === null ? m.tills_aside_unreadable() : kindWords[kind]()}</strong>
          <span>{m.tills_aside_number({ number })}</span>
          {at !== null && <span>{formatDateTime(at, timeZone, language)}</span>}
          {cashier !== null && <span>{cashier}</span>}
        </p>
        <p className={classes.why}>{language === 'vi' ? document.whyVi : document.whyEn}</p>
        {goods.length > 0 && (
          <p className={classes.quiet}>
            {lineCount > goods.length
              ? m.tills_aside_more_goods({
                  names,
                  count: formatCount(lineCount - goods.length, language),
                })
              : names}
          </p>
        )}
        {document.reason !== null && (
          <p className={classes.quiet}>{m.tills_aside_said({ reason: document.reason })}</p>
        )}
        {proposal && (
          <p className={classes.why}>
            {m.tills_proposed()}: {proposal.reason}{' '}
            <span className={classes.quiet}>
              {m.tills_verdict_by({
                name: proposal.proposedByName,
                time: formatDateTime(proposal.proposedAt, timeZone, language),
              })}
            </span>
            {inFavour === null && decision === null && ` ${m.tills_proposed_waits()}`}
          </p>
        )}
        {decision && (
          <p className={classes[decision.verdict]}>
            <strong>
              {decision.verdict === 'accepted'
                ? m.tills_verdict_accepted()
                : m.tills_verdict_refused()}
            </strong>{' '}
            {decision.reason}
            <span className={classes.quiet}>
              {m.tills_verdict_by({
                name: decision.decidedByName,
                time: formatDateTime(decision.decidedAt, timeZone, language),
              })}
            </span>
          </p>
        )}
      </div>
      <p className={classes.amount}>{totalVnd === null ? '–' : formatVnd(totalVnd, language)}</p>
      {decision === null && (
        <div className={classes.deeds}>
          <button
            type="button"
            className={buttons.button}
            aria-disabled={!document.isReadable || inFavour === null}
            onClick={() => {
              if (document.isReadable && inFavour !== null) onDecide(inFavour);
            }}
          >
            <Check size={18} aria-hidden />
            {inFavour === 'proposed' ? m.tills_propose() : m.tills_accept()}
          </button>
          <button type="button" className={buttons.button} onClick={() => onDecide('refused')}>
            <X size={18} aria-hidden />
            {m.tills_refuse()}
          </button>
        </div>
      )}
    </li>
  );
}
