import { useCallback, useState } from 'react';
import { fairInstant, fairMoment, newId } from '@phien/kernel';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDateTime, formatMinute } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { CalibrationLines } from '../ui/calibration-lines';
import { ErrorState, Skeleton } from '../ui/states';
import classes from './gate-office.module.css';
import type { Gate } from './gate-requests';
import { readCalibration, recordHandCount, strikeHandCount } from './office-requests';
import type { Calibration, HandCount, WantedHandCount } from './office-requests';
import { useAnswer } from './use-answer';

const QUARTER_MS = 15 * 60_000;
const methodWords = { clicker: m.gate_hand_clicker, sensor: m.gate_hand_sensor };

interface HandCountsPartProps {
  fairId: string;
  timeZone: string;
  gates: Gate[];
  isOrganizer: boolean;
}

/** Visits raw and calibrated, the hand counts behind it, and a further one. */
export function HandCountsPart(props: HandCountsPartProps) {
  const { fairId, timeZone, gates, isOrganizer } = props;
  const { language } = useLanguage();
  const { asked, again } = useAnswer(useCallback(() => readCalibration(fairId), [fairId]));
  const [newer, setNewer] = useState<Calibration | null>(null);
  const [said, setSaid] = useState<{ isFault: boolean; text: string } | null>(null);
  if (asked.state === 'waiting') return <Skeleton shapes={[120]} />;
  if (asked.state === 'failed') return <ErrorState problem={asked.problem} onRetry={again} />;
  const calibration = newer ?? asked.answer;
  const count = (number: number) => formatCount(number, language);
  const nameOfGate = (gateId: string) => {
    const gate = gates.find(({ id }) => id === gateId);
    return gate ? `${gate.code} ${language === 'vi' ? gate.nameVi : gate.nameEn}` : '';
  };

  const change = async (work: () => Promise<Calibration>) => {
    try {
      const changed = await work();
      setNewer(changed);
      return changed;
    } catch (problem) {
      const sentence = problem instanceof Problem ? problem.sentence(language) : null;
      setSaid({ isFault: true, text: sentence ?? m.error_unreachable() });
      return null;
    }
  };
  const record = async (wanted: WantedHandCount) => {
    const changed = await change(() => recordHandCount(fairId, wanted));
    const written = changed?.handCounts.find(({ id }) => id === wanted.id);
    if (!written) return false;
    setSaid({
      isFault: false,
      text: m.gate_hand_saved({
        hand: count(written.entries),
        machine: count(written.machineEntries),
      }),
    });
    return true;
  };

  return (
    <div className={classes.inside}>
      <p className={classes.hint}>{m.gate_hand_text({ count: count(calibration.leastCounts) })}</p>
      <div>
        <CalibrationLines calibration={calibration} />
      </div>
      <HandCountForm
        gates={gates}
        nameOfGate={nameOfGate}
        timeZone={timeZone}
        haveSensorsCounted={calibration.methods.some(
          ({ method, entries }) => method === 'sensor' && entries > 0,
        )}
        startedAt={new Date(Date.parse(calibration.asOf) - QUARTER_MS)}
        onRecord={record}
      />
      <p role="status" className={said?.isFault ? classes.fault : classes.hint}>
        {said?.text}
      </p>
      {calibration.handCounts.length === 0 ? (
        <p className={classes.hint}>{m.gate_hand_none()}</p>
      ) : (
        <ul>
          {calibration.handCounts.map((each) => (
            <HandCountRow
              key={each.id}
              counted={each}
              gate={nameOfGate(each.gateId)}
              timeZone={timeZone}
              onStrike={
                isOrganizer && each.struckReason === null
                  ? (reason) => change(() => strikeHandCount(fairId, each.id, reason))
                  : null
              }
            />
          ))}
        </ul>
      )}
    </div>
  );
}

interface HandCountFormProps {
  gates: Gate[];
  nameOfGate: (gateId: string) => string;
  timeZone: string;
  /** Of sensors that were revoked since, too. */
  haveSensorsCounted: boolean;
  /** What is proposed: the quarter that has just ended. */
  startedAt: Date;
  /** Whether it was written. */
  onRecord: (wanted: WantedHandCount) => Promise<boolean>;
}

function HandCountForm(props: HandCountFormProps) {
  const { gates, nameOfGate, timeZone, haveSensorsCounted, startedAt, onRecord } = props;
  const [id, setId] = useState(newId);
  const [gateId, setGateId] = useState(gates[0]?.id ?? '');
  const [method, setMethod] = useState<WantedHandCount['method']>('clicker');
  const [typedStart, setTypedStart] = useState<string | null>(null);
  const [entries, setEntries] = useState('');
  const start = typedStart ?? wallClock(startedAt, timeZone);
  const hasSensors =
    haveSensorsCounted || gates.some((gate) => gate.id === gateId && gate.sensorCount > 0);

  const save = async () => {
    const isWritten = await onRecord({
      id,
      gateId,
      method: hasSensors ? method : 'clicker',
      startedAt: instantOf(start, timeZone).toISOString(),
      entries: Number(entries),
    });
    if (!isWritten) return;
    setId(newId());
    setEntries('');
    setTypedStart(null);
  };

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label className={classes.field}>
        {m.gate_hand_gate()}
        <select value={gateId} onChange={(event) => setGateId(event.target.value)}>
          {gates.map((gate) => (
            <option key={gate.id} value={gate.id}>
              {nameOfGate(gate.id)}
            </option>
          ))}
        </select>
      </label>
      {hasSensors && (
        <label className={classes.field}>
          {m.gate_hand_method()}
          <select
            value={method}
            onChange={(event) => setMethod(event.target.value === 'sensor' ? 'sensor' : 'clicker')}
          >
            <option value="clicker">{m.gate_hand_clicker()}</option>
            <option value="sensor">{m.gate_hand_sensor()}</option>
          </select>
        </label>
      )}
      <label className={classes.field}>
        {m.gate_hand_start()}
        <input
          type="datetime-local"
          required
          value={start}
          onChange={(event) => setTypedStart(event.target.value)}
        />
      </label>
      <label className={classes.field}>
        {m.gate_hand_entries()}
        <input
          type="number"
          inputMode="numeric"
          required
          min={0}
          max={20_000}
          step={1}
          value={entries}
          onChange={(event) => setEntries(event.target.value)}
        />
      </label>
      <button type="submit" className={buttons.main}>
        {m.gate_hand_save()}
      </button>
    </form>
  );
}

/* As the input writes it, on the wall clock of the fair. */
function wallClock(instant: Date, timeZone: string): string {
  const { day, minute } = fairMoment(instant, timeZone, 0);
  return `${day}T${formatMinute(minute)}`;
}

function instantOf(text: string, timeZone: string): Date {
  const [day = '', time = ''] = text.split('T');
  const [hours, minutes] = time.split(':').map(Number);
  return fairInstant(day, (hours ?? 0) * 60 + (minutes ?? 0), timeZone);
}

interface HandCountRowProps {
  counted: HandCount;
  gate: string;
  timeZone: string;
  /** Null for whoever may not, and once it is struck out. */
  onStrike: ((reason: string) => Promise<unknown>) | null;
}

function HandCountRow({ counted, gate, timeZone, onStrike }: HandCountRowProps) {
  const { language } = useLanguage();
  const [reason, setReason] = useState<string | null>(null);
  const { entries, machineEntries, startedAt, method, countedByName, struckReason } = counted;
  return (
    <li className={classes.entry} data-struck={struckReason !== null}>
      <strong>
        {m.gate_hand_row({
          gate,
          time: formatDateTime(startedAt, timeZone, language),
          hand: formatCount(entries, language),
          machine: formatCount(machineEntries, language),
        })}
      </strong>
      <span className={classes.hint}>
        {m.gate_hand_by({ name: countedByName, method: methodWords[method]() })}
      </span>
      {struckReason !== null && (
        <span className={classes.hint}>{m.gate_hand_struck({ reason: struckReason })}</span>
      )}
      {onStrike !== null &&
        (reason === null ? (
          <div className={classes.row}>
            <button type="button" className={buttons.button} onClick={() => setReason('')}>
              {m.gate_hand_strike()}
            </button>
          </div>
        ) : (
          <form
            className={classes.form}
            onSubmit={(event) => {
              event.preventDefault();
              void onStrike(reason);
            }}
          >
            <label className={classes.field}>
              {m.gate_hand_reason()}
              <input
                value={reason}
                required
                autoFocus
                maxLength={200}
                pattern=".*\S.*"
                onChange={(event) => setReason(event.target.value)}
              />
            </label>
            <div className={classes.row}>
              <button type="button" className={buttons.button} onClick={() => setReason(null)}>
                {m.gate_hand_strike_cancel()}
              </button>
              <button type="submit" className={buttons.main}>
                {m.gate_hand_strike()}
              </button>
            </div>
          </form>
        ))}
    </li>
  );
}
