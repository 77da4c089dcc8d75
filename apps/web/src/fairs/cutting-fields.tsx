import { useState } from 'react';
import { Field } from '../my/field';
import { m } from '../paraglide/messages.js';
import classes from './fairs.module.css';
import { VIETNAM, timeZones } from './time-zones';

export interface Cutting {
  timeZone: string;
  /** HH:MM. */
  dayCut: string;
  graceMinutes: string;
}

interface CuttingFieldsProps extends Cutting {
  onSet: (said: Partial<Cutting>) => void;
  errors: { dayCut: string | null; grace: string | null };
  /** With facts the zone and the cut stay. */
  isFixed?: boolean;
}

/** How the days of a fair are cut and when they close; most fairs leave it as it is. */
export function CuttingFields(props: CuttingFieldsProps) {
  const { timeZone, dayCut, graceMinutes, onSet, errors, isFixed } = props;
  const isWrong = errors.dayCut !== null || errors.grace !== null;
  /* Once something in it was wrong it stays open, or it would close under whoever puts it right. */
  const [wasWrong, setWasWrong] = useState(isWrong);
  if (isWrong && !wasWrong) setWasWrong(true);
  return (
    <details className={classes.more} open={wasWrong || undefined}>
      <summary>{m.fairs_cutting()}</summary>
      <div className={classes.grid}>
        <Field label={m.fairs_zone()} hint={isFixed && m.fairs_zone_is_fixed()}>
          {(wired) => (
            <select
              {...wired}
              value={timeZone}
              disabled={isFixed}
              onChange={(event) => onSet({ timeZone: event.currentTarget.value })}
            >
              {timeZones(timeZone).map((zone) => (
                <option key={zone} value={zone}>
                  {zone === VIETNAM ? m.fairs_zone_vietnam() : zone}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={m.fairs_day_cut()} hint={m.fairs_day_cut_hint()} error={errors.dayCut}>
          {(wired) => (
            <input
              {...wired}
              type="time"
              max="11:59"
              value={dayCut}
              disabled={isFixed}
              onChange={(event) => onSet({ dayCut: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={m.fairs_grace()} hint={m.fairs_grace_hint()} error={errors.grace}>
          {(wired) => (
            <input
              {...wired}
              inputMode="numeric"
              value={graceMinutes}
              onChange={(event) => onSet({ graceMinutes: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
    </details>
  );
}
