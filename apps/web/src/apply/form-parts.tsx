import { useId } from 'react';
import type { HTMLAttributes, ReactNode } from 'react';
import fields from '../my/field.module.css';
import { m } from '../paraglide/messages.js';
import classes from './apply-page.module.css';

interface FieldProps {
  label: string;
  isOptional?: boolean;
  hint?: string;
  fault?: string | null;
}

function Field({
  id,
  label,
  isOptional,
  hint,
  fault,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className={fields.field}>
      <label className={fields.label} htmlFor={id}>
        {label}
        {isOptional && <span className={fields.optional}> ({m.apply_optional()})</span>}
      </label>
      {children}
      {(fault ?? hint) && (
        <span id={`${id}-said`} className={fault ? fields.error : fields.hint}>
          {fault ?? hint}
        </span>
      )}
    </div>
  );
}

const said = (id: string, { hint, fault }: FieldProps) => ({
  'aria-invalid': Boolean(fault),
  'aria-describedby': (fault ?? hint) ? `${id}-said` : undefined,
});

interface TextProps extends FieldProps {
  value: string;
  most?: number;
  placeholder?: string;
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  autoComplete?: string;
  onType: (text: string) => void;
}

export function Text(props: TextProps) {
  const id = useId();
  const { value, most = 1_000, placeholder, inputMode, autoComplete = 'off', onType } = props;
  return (
    <Field id={id} {...props}>
      <input
        id={id}
        className={fields.control}
        dir="auto"
        value={value}
        maxLength={most}
        placeholder={placeholder}
        inputMode={inputMode}
        autoComplete={autoComplete}
        {...said(id, props)}
        onChange={(event) => onType(event.currentTarget.value)}
      />
    </Field>
  );
}

/** A text of several lines. */
export function Lines(props: Omit<TextProps, 'placeholder' | 'inputMode' | 'autoComplete'>) {
  const id = useId();
  const { value, most = 4_000, onType } = props;
  return (
    <Field id={id} {...props}>
      <textarea
        id={id}
        className={fields.control}
        dir="auto"
        rows={3}
        value={value}
        maxLength={most}
        {...said(id, props)}
        onChange={(event) => onType(event.currentTarget.value)}
      />
    </Field>
  );
}

interface PickProps extends FieldProps {
  value: string;
  isOff?: boolean;
  onChoose: (value: string) => void;
  children: ReactNode;
}

export function Pick(props: PickProps) {
  const id = useId();
  const { value, isOff = false, onChoose, children } = props;
  return (
    <Field id={id} {...props}>
      <select
        id={id}
        className={fields.control}
        value={value}
        disabled={isOff}
        {...said(id, props)}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {children}
      </select>
    </Field>
  );
}

interface TickProps {
  label: string;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

export function Tick({ label, isChosen, onChoose }: TickProps) {
  return (
    <label className={classes.tick}>
      <input
        type="checkbox"
        checked={isChosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
