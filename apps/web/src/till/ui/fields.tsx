import { useId } from 'react';
import { formatCount } from '../../i18n/numbers';
import { useLanguage } from '../../i18n/language';
import { m } from '../../paraglide/messages.js';
import { parseVnd } from '../sell/quantity.rules';
import ui from './ui.module.css';

interface MoneyFieldProps {
  label: string;
  /** Null while nothing is typed. */
  amountVnd: number | null;
  onChange: (amountVnd: number | null) => void;
  hint?: string;
}

/** Whole đồng, grouped while they are typed. */
export function MoneyField({ label, amountVnd, onChange, hint }: MoneyFieldProps) {
  const { language } = useLanguage();
  const id = useId();
  return (
    <div className={ui.field}>
      <label className={ui.label} htmlFor={id}>
        {label}
      </label>
      <div className={ui.withUnit}>
        <input
          id={id}
          className={ui.amount}
          inputMode="numeric"
          autoComplete="off"
          placeholder="0"
          value={amountVnd === null ? '' : formatCount(amountVnd, language)}
          onChange={(event) => onChange(parseVnd(event.target.value))}
          aria-describedby={hint ? `${id}-hint` : undefined}
        />
        <span className={ui.unit} aria-hidden>
          ₫
        </span>
      </div>
      {hint && (
        <p id={`${id}-hint`} className={ui.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  longest: number;
  hint?: string;
  placeholder?: string;
}

export function TextField({ label, value, onChange, longest, hint, placeholder }: TextFieldProps) {
  return (
    <label className={ui.field}>
      <span className={ui.label}>{label}</span>
      <input
        className={ui.input}
        autoComplete="off"
        maxLength={longest}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint && <span className={`${ui.field} ${ui.hint}`}>{hint}</span>}
    </label>
  );
}

interface ChipsProps<Value> {
  label: string;
  options: readonly { value: Value; name: string }[];
  /** Null while none was chosen. */
  chosen: Value | null;
  onChoose: (value: Value) => void;
}

/** Words of which one holds. */
export function Chips<Value extends string | number>(props: ChipsProps<Value>) {
  const { label, options, chosen, onChoose } = props;
  return (
    <div className={ui.chips} role="group" aria-label={label}>
      {options.map(({ value, name }) => (
        <button
          key={value}
          type="button"
          className={ui.chip}
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

interface ReasonFieldProps {
  usual: readonly string[];
  reason: string;
  onChange: (reason: string) => void;
}

/** Why: one of the usual reasons by a tap, or one's own words. */
export function ReasonField({ usual, reason, onChange }: ReasonFieldProps) {
  const label = useId();
  return (
    <div className={ui.field}>
      <span id={label} className={ui.label}>
        {m.till_reason()}
      </span>
      <div className={ui.stack}>
        <Chips
          label={m.till_reasons_usual()}
          options={usual.map((name) => ({ value: name, name }))}
          chosen={reason}
          onChoose={onChange}
        />
        <input
          className={ui.input}
          autoComplete="off"
          maxLength={200}
          value={reason}
          aria-labelledby={label}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    </div>
  );
}
