import { useCallback, useState } from 'react';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { ErrorState, Skeleton } from '../ui/states';
import classes from './gate-office.module.css';
import type { Gate } from './gate-requests';
import { addSensor, readSensors, revokeSensor } from './office-requests';
import type { NewSensor, Sensor } from './office-requests';
import { useAnswer } from './use-answer';

interface SensorsPartProps {
  fairId: string;
  timeZone: string;
  gates: Gate[];
  onChange: () => void;
}

/** For organizers: the people counters, their keys shown once. */
export function SensorsPart({ fairId, timeZone, gates, onChange }: SensorsPartProps) {
  const { language } = useLanguage();
  const { asked, again } = useAnswer(useCallback(() => readSensors(fairId), [fairId]));
  const [added, setAdded] = useState<NewSensor | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const nameOfGate = (gateId: string) => {
    const gate = gates.find(({ id }) => id === gateId);
    return gate ? `${gate.code} ${language === 'vi' ? gate.nameVi : gate.nameEn}` : '';
  };

  const change = async (work: () => Promise<void>) => {
    try {
      await work();
      setFault(null);
      again();
      onChange();
    } catch (problem) {
      const sentence = problem instanceof Problem ? problem.sentence(language) : null;
      setFault(sentence ?? m.error_unreachable());
    }
  };

  return (
    <div className={classes.inside}>
      <p className={classes.hint}>{m.gate_sensors_text()}</p>
      {added ? (
        <KeyOnce fairId={fairId} sensor={added} onDone={() => setAdded(null)} />
      ) : (
        <AddSensor
          gates={gates}
          nameOfGate={nameOfGate}
          onAdd={(gateId, name) =>
            change(async () => setAdded(await addSensor(fairId, gateId, name)))
          }
        />
      )}
      <p role="status" className={classes.fault}>
        {fault}
      </p>
      {asked.state === 'waiting' ? (
        <Skeleton shapes={[64]} />
      ) : asked.state === 'failed' ? (
        <ErrorState problem={asked.problem} onRetry={again} />
      ) : asked.answer.length === 0 ? (
        <p className={classes.hint}>{m.gate_sensors_none()}</p>
      ) : (
        <ul>
          {asked.answer.map((sensor) => (
            <SensorRow
              key={sensor.id}
              sensor={sensor}
              gate={nameOfGate(sensor.gateId)}
              timeZone={timeZone}
              onRevoke={() => change(() => revokeSensor(fairId, sensor.id))}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

interface AddSensorProps {
  gates: Gate[];
  nameOfGate: (gateId: string) => string;
  onAdd: (gateId: string, name: string) => Promise<void>;
}

function AddSensor({ gates, nameOfGate, onAdd }: AddSensorProps) {
  const [gateId, setGateId] = useState(gates[0]?.id ?? '');
  const [name, setName] = useState('');
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void onAdd(gateId, name);
      }}
    >
      <label className={classes.field}>
        {m.gate_sensors_gate()}
        <select value={gateId} onChange={(event) => setGateId(event.target.value)}>
          {gates.map(({ id }) => (
            <option key={id} value={id}>
              {nameOfGate(id)}
            </option>
          ))}
        </select>
      </label>
      <label className={classes.field}>
        {m.gate_sensors_name()}
        <input
          value={name}
          required
          maxLength={60}
          pattern=".*\S.*"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="submit" className={buttons.main}>
        {m.gate_sensors_add()}
      </button>
    </form>
  );
}

interface KeyOnceProps {
  fairId: string;
  sensor: NewSensor;
  onDone: () => void;
}

function KeyOnce({ fairId, sensor, onDone }: KeyOnceProps) {
  return (
    <section className={classes.key}>
      <h3>{m.gate_sensors_key_title({ name: sensor.name })}</h3>
      <p>{m.gate_sensors_key_text()}</p>
      <p>
        {m.gate_sensors_address()}
        <code>{`${location.origin}/api/fairs/${fairId}/sensors/${sensor.id}/counts`}</code>
      </p>
      <p>
        {m.gate_sensors_key()}
        <code data-testid="sensor-key">{sensor.key}</code>
      </p>
      <button type="button" className={buttons.button} onClick={onDone}>
        {m.gate_sensors_key_done()}
      </button>
    </section>
  );
}

interface SensorRowProps {
  sensor: Sensor;
  gate: string;
  timeZone: string;
  onRevoke: () => Promise<void>;
}

function SensorRow({ sensor, gate, timeZone, onRevoke }: SensorRowProps) {
  const { language } = useLanguage();
  const [isAsked, setAsked] = useState(false);
  const { name, heardAt, entries, exits, revokedAt } = sensor;
  return (
    <li className={classes.entry} data-struck={revokedAt !== null}>
      <strong>
        {gate} · {name}
      </strong>
      <span className={classes.hint}>
        {heardAt === null
          ? m.gate_sensors_silent()
          : m.gate_sensors_heard({
              entries: formatCount(entries, language),
              exits: formatCount(exits, language),
              time: formatDateTime(heardAt, timeZone, language),
            })}
      </span>
      {revokedAt !== null ? (
        <span className={classes.hint}>{m.gate_sensors_revoked()}</span>
      ) : isAsked ? (
        <div className={classes.row}>
          <p>{m.gate_sensors_revoke_sure({ name })}</p>
          <button type="button" className={buttons.button} onClick={() => setAsked(false)}>
            {m.gate_sensors_revoke_cancel()}
          </button>
          <button type="button" className={buttons.main} onClick={() => void onRevoke()}>
            {m.gate_sensors_revoke()}
          </button>
        </div>
      ) : (
        <div className={classes.row}>
          <button
            type="button"
            className={buttons.button}
            aria-label={m.gate_sensors_revoke_of({ name })}
            onClick={() => setAsked(true)}
          >
            {m.gate_sensors_revoke()}
          </button>
        </div>
      )}
    </li>
  );
}
