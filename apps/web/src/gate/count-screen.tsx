import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { ArrowLeftRight, LockKeyhole, Undo2, Volume2, VolumeX } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { CountHalf } from './count-half';
import classes from './count-screen.module.css';
import { isOfToday } from './fair-day.rules';
import { readFairDay, readGates } from './gate-requests';
import { GroupDialog } from './group-dialog';
import { OccupancyStrip } from './occupancy-strip';
import { SentChip } from './sent-chip';
import type { GatePlace } from './tally-store';
import { waitingOf } from './tally.rules';
import type { Tap, Way } from './tally.rules';
import { answerTouch, isSoundOn, keepSound } from './touch';
import { useKnownAnswer } from './use-known-answer';
import { useTally } from './use-tally';
import { useWakeLock } from '../ui/use-wake-lock';

const WAY_OF_KEY: Record<string, Way> = {
  i: 'in',
  ArrowUp: 'in',
  ArrowLeft: 'in',
  o: 'out',
  ArrowDown: 'out',
  ArrowRight: 'out',
};

interface CountScreenProps {
  place: GatePlace;
  onLeave: () => void;
  /** Null where this phone keeps no lock. */
  onLock: (() => void) | null;
}

/** The two halves that a gate is counted with. */
export function CountScreen({ place, onLeave, onLock }: CountScreenProps) {
  const { language } = useLanguage();
  const { tally, heard, now, problem, tap, undo } = useTally(place);
  const ofFair = useKnownAnswer(
    `fair ${place.fairId}`,
    useCallback(() => readFairDay(place.fairId), [place.fairId]),
  ).asked;
  const ofGates = useKnownAnswer(
    `gates ${place.fairId}`,
    useCallback(() => readGates(place.fairId), [place.fairId]),
  ).asked;
  const [isLoud, setLoud] = useState(isSoundOn);
  const [groupWay, setGroupWay] = useState<Way | null>(null);
  const [said, setSaid] = useState('');
  useWakeLock();
  useEffect(() => {
    void navigator.storage?.persist?.();
  }, []);

  const waiting = useMemo(
    () => (tally ? waitingOf(tally) : { taps: 0, entries: 0, exits: 0, since: null }),
    [tally],
  );
  const fair = ofFair.state === 'answered' ? ofFair.answer : null;
  const gates = ofGates.state === 'answered' ? ofGates.answer : [];
  const visits = heard !== null && fair !== null && isOfToday(heard, fair, now()) ? heard : null;
  const gate = gates.find(({ id }) => id === place.gateId);
  const counted = visits?.gates.find(({ gateId }) => gateId === place.gateId);
  const count = (number: number) => formatCount(number, language);
  const entries = (counted?.entries ?? 0) + waiting.entries;
  const exits = (counted?.exits ?? 0) + waiting.exits;
  const last = tally?.recent.at(-1);
  const isReady = tally !== null;

  const onTap = async (one: Tap) => {
    if (!(await tap(one))) return;
    answerTouch(one.way, isLoud);
    setSaid(
      one.way === 'in'
        ? m.gate_said_in({ count: count(one.count) })
        : m.gate_said_out({ count: count(one.count) }),
    );
  };
  const onUndo = async () => {
    if (!last || !(await undo())) return;
    answerTouch('undo', isLoud);
    setSaid(
      last.way === 'in'
        ? m.gate_said_undone_in({ count: count(last.count) })
        : m.gate_said_undone_out({ count: count(last.count) }),
    );
  };

  const keys = useRef({ onTap, onUndo });
  /* With the picture and not after it: a key takes back what stands on the button. */
  useLayoutEffect(() => {
    keys.current = { onTap, onUndo };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLInputElement || document.querySelector('dialog[open]') !== null;
      if (event.repeat || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      const way = WAY_OF_KEY[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (way) void keys.current.onTap({ way, count: 1 });
      else if (event.key === 'Backspace') void keys.current.onUndo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const half = (way: Way, number: number) => (
    <CountHalf
      way={way}
      number={visits || waiting.taps > 0 ? count(number) : '–'}
      isReady={isReady}
      onTap={(size) => void onTap({ way, count: size })}
      onGroup={() => setGroupWay(way)}
    />
  );
  const gateName = gate ? (language === 'vi' ? gate.nameVi : gate.nameEn) : '';

  return (
    <main className={classes.screen}>
      <header className={classes.head}>
        <h1 className={classes.gate}>
          {gate ? (
            <>
              <strong>{gate.code}</strong> {gateName}
              {gate.sensorCount > 0 && ` · ${m.gate_has_sensors()}`}
            </>
          ) : (
            m.gate_title()
          )}
        </h1>
        <button
          type="button"
          className={classes.tool}
          aria-pressed={isLoud}
          aria-label={m.gate_sound()}
          title={m.gate_sound()}
          onClick={() => {
            keepSound(!isLoud);
            setLoud(!isLoud);
          }}
        >
          {isLoud ? <Volume2 size={22} aria-hidden /> : <VolumeX size={22} aria-hidden />}
        </button>
        {onLock && (
          <button
            type="button"
            className={classes.tool}
            aria-label={m.gate_lock()}
            title={m.gate_lock()}
            onClick={onLock}
          >
            <LockKeyhole size={22} aria-hidden />
          </button>
        )}
        <button
          type="button"
          className={classes.tool}
          aria-label={m.gate_change()}
          title={m.gate_change()}
          onClick={onLeave}
        >
          <ArrowLeftRight size={22} aria-hidden />
        </button>
      </header>
      <OccupancyStrip visits={visits} timeZone={fair?.timeZone ?? null} />
      {half('in', entries)}
      {half('out', exits)}
      <footer className={classes.foot}>
        <button
          type="button"
          className={classes.undo}
          disabled={!last}
          onClick={() => void onUndo()}
        >
          <Undo2 size={20} aria-hidden />
          <span>
            {last
              ? last.way === 'in'
                ? m.gate_undo_in({ count: count(last.count) })
                : m.gate_undo_out({ count: count(last.count) })
              : m.gate_undo()}
          </span>
        </button>
        <SentChip waiting={waiting} problem={problem} timeZone={fair?.timeZone ?? null} />
      </footer>
      <p className="onlyForReaders" role="status" data-testid="gate-said">
        {said}
      </p>
      {groupWay && (
        <GroupDialog
          way={groupWay}
          onCount={(size) => void onTap({ way: groupWay, count: size })}
          onClose={() => setGroupWay(null)}
        />
      )}
    </main>
  );
}
