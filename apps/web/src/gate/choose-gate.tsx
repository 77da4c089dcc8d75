import { lazy, Suspense, useCallback, useState } from 'react';
import { ChevronRight, DoorOpen } from 'lucide-react';
import type { Caller, Fair } from '../api/client';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { LanguageChoice } from '../ui/language-choice';
import { SchemeChoice } from '../ui/scheme-choice';
import { Empty, ErrorState, Skeleton } from '../ui/states';
import { CapacityForm } from './capacity-form';
import classes from './gate-page.module.css';
import { openGates, readFairDay, readGates } from './gate-requests';
import type { GatePlace } from './tally-store';
import { useKnownAnswer } from './use-known-answer';

/* Nobody counts with it: it comes when the page stands. */
const GateOffice = lazy(() => import('./gate-office'));

interface ChooseGateProps {
  caller: Caller;
  fairs: Fair[];
  /** Whether the caller counts at the gates of a fair; else they only compare by hand. */
  countsIn: (fairId: string) => boolean;
  onChoose: (place: GatePlace) => void;
}

const onlyOf = (fairs: Fair[]) => (fairs.length === 1 ? fairs[0] : undefined);

/* Whoever comes from a fair's card has chosen already. */
const fairInAddress = (fairs: Fair[]) => {
  const code = new URLSearchParams(location.search).get('fair');
  return fairs.find((fair) => fair.code === code)?.id;
};

/** Which fair, when there are several, and which of its gates. */
export function ChooseGate({ caller, fairs, countsIn, onChoose }: ChooseGateProps) {
  const { language } = useLanguage();
  const [fairId, setFairId] = useState(() => fairInAddress(fairs) ?? onlyOf(fairs)?.id);
  const fair = fairs.find(({ id }) => id === fairId);
  const nameOf = (each: Fair) => (language === 'vi' ? each.nameVi : each.nameEn);
  const isOrganizer = caller.grants.some(
    (grant) => grant.fairId === fairId && grant.role === 'organizer',
  );
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <a href="/">{m.home()}</a>
        <span className={classes.choices}>
          <LanguageChoice />
          <SchemeChoice />
        </span>
      </header>
      <h1 className={classes.title}>{m.gate_title()}</h1>
      {fair ? (
        <>
          <p className={classes.fair}>
            {nameOf(fair)}
            {fair.isDemo && <span className={classes.demo}>{m.demo()}</span>}
          </p>
          <Gates
            key={fair.id}
            fairId={fair.id}
            isOrganizer={isOrganizer}
            onChoose={countsIn(fair.id) ? onChoose : null}
          />
          {isOrganizer && <CapacityForm fairId={fair.id} />}
          {fairs.length > 1 && (
            <button type="button" className={buttons.button} onClick={() => setFairId(undefined)}>
              {m.gate_other_fair()}
            </button>
          )}
        </>
      ) : (
        <>
          <h2 className={classes.question}>{m.gate_which_fair()}</h2>
          <ul className={classes.list}>
            {fairs.map((each) => (
              <li key={each.id}>
                <button type="button" className={classes.item} onClick={() => setFairId(each.id)}>
                  <span>{nameOf(each)}</span>
                  <ChevronRight size={20} aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  );
}

interface GatesProps {
  fairId: string;
  isOrganizer: boolean;
  /** Null for whoever does not count. */
  onChoose: ((place: GatePlace) => void) | null;
}

function Gates({ fairId, isOrganizer, onChoose }: GatesProps) {
  const { language } = useLanguage();
  const { asked, again, look } = useKnownAnswer(
    `gates ${fairId}`,
    useCallback(() => readGates(fairId), [fairId]),
  );
  const ofFair = useKnownAnswer(
    `fair ${fairId}`,
    useCallback(() => readFairDay(fairId), [fairId]),
  ).asked;
  if (asked.state === 'waiting') return <Skeleton shapes={[64, 64, 64]} />;
  if (asked.state === 'failed') return <ErrorState problem={asked.problem} onRetry={again} />;
  if (asked.answer.length === 0) {
    return (
      <Empty
        title={m.gate_none_title()}
        text={isOrganizer ? m.gate_none_organizer() : m.gate_none_staff()}
        action={
          <button
            type="button"
            className={buttons.main}
            onClick={() => {
              if (isOrganizer) void openGates(fairId).then(again, again);
              else again();
            }}
          >
            {isOrganizer ? m.gate_open_gates() : m.retry()}
          </button>
        }
      />
    );
  }
  return (
    <>
      {onChoose !== null && (
        <section>
          <h2 className={classes.question}>{m.gate_which_gate()}</h2>
          <ul className={classes.list}>
            {asked.answer.map((gate) => (
              <li key={gate.id}>
                <button
                  type="button"
                  className={classes.item}
                  onClick={() => onChoose({ fairId, gateId: gate.id })}
                >
                  <DoorOpen size={22} aria-hidden />
                  <span>
                    <strong>{gate.code}</strong> {language === 'vi' ? gate.nameVi : gate.nameEn}
                    {gate.sensorCount > 0 && (
                      <span className={classes.note}>
                        {m.gate_sensor_note({ count: gate.sensorCount })}
                      </span>
                    )}
                  </span>
                  <ChevronRight size={20} aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {ofFair.state === 'answered' && (
        <Suspense>
          <GateOffice
            fairId={fairId}
            fair={ofFair.answer}
            gates={asked.answer}
            isOrganizer={isOrganizer}
            onSensors={look}
          />
        </Suspense>
      )}
    </>
  );
}
