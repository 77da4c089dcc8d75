import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { FolderClock, Phone, QrCode, ShieldOff } from 'lucide-react';
import type { Fair } from '../api/client';
import { formatCount, tagOf } from '../i18n/numbers';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { DoorLink } from '../ui/door-link';
import { RevokePhone } from '../ui/revoke-phone';
import { Sheet } from '../ui/sheet';
import { PairPhone } from './pair-phone';
import { Alarms, StateChip } from './till-row';
import { adviceWords, minutesOff, heldWords, timeOf } from './till-words';
import type { Times } from './till-words';
import { peopleQuery, tillsQuery } from './tills.requests';
import type { Till } from './tills.requests';
import { adviceFor, callOf, formatBytes } from './tills.rules';
import classes from './till-panel.module.css';

interface TillPanelProps {
  fair: Fair;
  till: Till;
  times: Times;
  onClose: () => void;
}

/** One phone: what to do, whom to call, every number, and what an organizer can do from here. */
export function TillPanel({ fair, till, times, onClose }: TillPanelProps) {
  const [doing, setDoing] = useState<'pair' | 'revoke' | null>(null);
  const back = () => setDoing(null);
  if (doing === 'pair') return <PairPhone fairId={fair.id} till={till} onClose={back} />;
  if (doing === 'revoke') {
    const phone = { ...till, device: till.deviceName ?? till.registerName };
    const { queryKey } = tillsQuery(fair.id);
    return <RevokePhone fairId={fair.id} phone={phone} queryKey={queryKey} onClose={back} />;
  }
  const isPaired = till.epoch > 0;
  const held = heldWords(till, times);
  return (
    <Sheet title={m.tills_panel_title({ code: till.boothCode })} onClose={onClose}>
      <div className={classes.body}>
        <div className={classes.top}>
          <p className={classes.exhibitor}>{till.exhibitorName}</p>
          <StateChip till={till} times={times} />
          {held && <p className={classes.quiet}>{held}</p>}
          <Alarms till={till} times={times} />
        </div>
        <WhatToDo till={till} />
        <WhomToCall fairId={fair.id} till={till} times={times} />
        <div className={classes.deeds}>
          {till.setAsideCount > 0 && (
            <DoorLink
              href={`/tills?fair=${fair.code}&view=aside&of=${till.registerId}`}
              className={buttons.main}
            >
              <FolderClock size={18} aria-hidden />
              {m.tills_see_aside({ count: formatCount(till.setAsideCount, times.language) })}
            </DoorLink>
          )}
          {!till.isReplaced && (
            <button type="button" className={buttons.button} onClick={() => setDoing('pair')}>
              <QrCode size={18} aria-hidden />
              {isPaired ? m.tills_pair_again() : m.tills_pair()}
            </button>
          )}
          {isPaired && till.revokedAt === null && (
            <button
              type="button"
              className={`${buttons.button} ${classes.danger}`}
              onClick={() => setDoing('revoke')}
            >
              <ShieldOff size={18} aria-hidden />
              {m.tills_revoke()}
            </button>
          )}
        </div>
        <Facts till={till} times={times} />
      </div>
    </Sheet>
  );
}

function WhatToDo({ till }: { till: Till }) {
  const advice = adviceFor(till);
  return (
    <section aria-labelledby="till-do">
      <h3 id="till-do">{m.tills_do_title()}</h3>
      {advice.length === 0 ? (
        <p className={classes.quiet}>{m.tills_do_nothing()}</p>
      ) : (
        <ul className={classes.advice}>
          {advice.map((each) => (
            <li key={each}>{adviceWords[each]()}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function WhomToCall({ fairId, till, times }: { fairId: string; till: Till; times: Times }) {
  const people = useQuery(peopleQuery(fairId));
  const theirs = (people.data ?? []).filter(
    ({ isClosed, roles }) =>
      !isClosed && roles.some(({ exhibitorId }) => exhibitorId === till.exhibitorId),
  );
  return (
    <section aria-labelledby="till-call">
      <h3 id="till-call">{m.tills_call_title()}</h3>
      {people.data && theirs.length === 0 && (
        <p className={classes.quiet}>{m.tills_call_nobody()}</p>
      )}
      <ul className={classes.people}>
        {theirs.map(({ accountId, name, login, lastSignInAt }) => {
          const call = callOf(login);
          return (
            <li key={accountId}>
              <strong>{name}</strong>
              {call === null ? (
                <span>{login}</span>
              ) : (
                <a href={call}>
                  <Phone size={16} aria-hidden />
                  {login}
                </a>
              )}
              {lastSignInAt !== null && (
                <span className={classes.quiet}>
                  {m.tills_call_last_in({ time: timeOf(lastSignInAt, times) })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {till.cashier !== null && (
        <p className={classes.quiet}>{m.tills_call_cashier({ name: till.cashier })}</p>
      )}
    </section>
  );
}

function Facts({ till, times }: { till: Till; times: Times }) {
  const { language, timeZone } = times;
  const at = (instant: string | null) =>
    instant === null ? m.tills_fact_never() : formatDateTime(instant, timeZone, language);
  const count = (value: number) => formatCount(value, language);
  const said = till.saidAt !== null;
  const facts: [string, string][] = [
    [m.tills_fact_place(), m.tills_fact_place_is({ booth: till.boothCode, zone: till.zoneCode })],
  ];
  if (till.deviceName !== null) {
    facts.push(
      [
        m.tills_fact_phone(),
        m.tills_fact_phone_is({ name: till.deviceName, epoch: count(till.epoch) }),
      ],
      [m.tills_fact_enrolled(), at(till.enrolledAt)],
      [m.tills_fact_seen(), at(till.lastSeenAt)],
      [m.tills_fact_delivered(), at(till.deliveredAt)],
      [m.tills_fact_said(), at(till.saidAt)],
      [m.tills_fact_numbers(), count(till.linkedSequence)],
    );
  }
  if (said) {
    facts.push(
      [m.tills_fact_issued(), count(till.issuedSequence ?? 0)],
      [m.tills_fact_unsent(), count(till.unsentCount)],
      [m.tills_fact_clash(), count(till.clashCount)],
    );
  }
  if (till.epoch > 0) facts.push([m.tills_fact_aside(), count(till.setAsideCount)]);
  if (till.lastSeenAt !== null) {
    facts.push([
      m.tills_fact_shift(),
      till.shiftOpenedAt === null
        ? m.tills_fact_shift_closed()
        : m.tills_fact_shift_open({ time: timeOf(till.shiftOpenedAt, times) }),
    ]);
  }
  if (said) {
    facts.push(
      [
        m.tills_fact_cart(),
        till.isCartEmpty === false ? m.tills_fact_cart_full() : m.tills_fact_cart_empty(),
      ],
      [m.tills_fact_clock(), clockWords(till, count)],
      [m.tills_fact_version(), versionWords(till)],
      [m.tills_fact_storage(), storageWords(till, tagOf(language))],
      [
        m.tills_fact_opened(),
        till.isInstalled === true ? m.tills_fact_opened_home() : m.tills_fact_opened_tab(),
      ],
    );
  }
  return (
    <section aria-labelledby="till-facts">
      <h3 id="till-facts">{m.tills_facts_title()}</h3>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/* The offset is the server's clock minus the phone's: above 0 the phone is slow. */
function clockWords(till: Till, count: (value: number) => string): string {
  const offsetMs = till.clockOffsetMs ?? 0;
  if (Math.abs(offsetMs) < 60_000) {
    return m.tills_fact_clock_right({ seconds: count(Math.round(Math.abs(offsetMs) / 1_000)) });
  }
  const minutes = count(minutesOff(till));
  return offsetMs > 0 ? m.tills_fact_clock_slow({ minutes }) : m.tills_fact_clock_fast({ minutes });
}

function versionWords({ appBuild, alarms }: Till): string {
  const build = appBuild ?? '';
  return alarms.includes('old_version')
    ? m.tills_fact_version_old({ build })
    : m.tills_fact_version_new({ build });
}

function storageWords(till: Till, tag: string): string {
  const { isStorageKept, storageUsedBytes, storageQuotaBytes } = till;
  const state =
    isStorageKept === null
      ? m.tills_fact_storage_unknown()
      : isStorageKept
        ? m.tills_fact_storage_kept()
        : m.tills_fact_storage_lost();
  if (storageUsedBytes === null || storageQuotaBytes === null) return state;
  return m.tills_fact_storage_used({
    state,
    used: formatBytes(storageUsedBytes, tag),
    quota: formatBytes(storageQuotaBytes, tag),
  });
}
