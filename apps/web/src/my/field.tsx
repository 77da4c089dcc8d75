import { useId } from 'react';
import type { ReactNode } from 'react';
import { TriangleAlert } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import classes from './field.module.css';

interface Wired {
  id: string;
  className: string | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  isOptional?: boolean;
  /** Gets what ties the control to its label, hint and error. */
  children: (wired: Wired) => ReactNode;
}

/** A labelled control; what is wrong stands under it. */
export function Field({ label, hint, error, isOptional, children }: FieldProps) {
  const id = useId();
  const described = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div className={classes.field}>
      <label htmlFor={id} className={classes.label}>
        {label}
        {isOptional && <span className={classes.optional}> · {m.my_optional()}</span>}
      </label>
      {children({
        id,
        className: classes.control,
        'aria-describedby': described,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p id={`${id}-error`} className={classes.error}>
          <TriangleAlert size={16} aria-hidden />
          <span>{error}</span>
        </p>
      )}
      {hint && !error && (
        <p id={`${id}-hint`} className={classes.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface SwitchProps {
  label: string;
  hint?: string;
  name: string;
  isOn: boolean;
  onTurn: (isOn: boolean) => void;
}

/** Yes or no, as wide as the form so that a thumb finds it. */
export function Switch({ label, hint, name, isOn, onTurn }: SwitchProps) {
  const id = useId();
  return (
    <label className={classes.switch}>
      <span className={classes.switchWords}>
        <span className={classes.switchLabel}>{label}</span>
        {hint && (
          <span id={id} className={classes.hint}>
            {hint}
          </span>
        )}
      </span>
      <input
        type="checkbox"
        role="switch"
        name={name}
        checked={isOn}
        aria-label={label}
        aria-describedby={hint ? id : undefined}
        onChange={(event) => onTurn(event.currentTarget.checked)}
      />
      <span className={classes.track} aria-hidden />
    </label>
  );
}
