import { useId, useState } from 'react';
import { useLanguage } from '../i18n/language';
import { tagOf } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import classes from './fields.module.css';

interface MetresFieldProps {
  label: string;
  /** Null when several things differ in it. */
  cm: number | null;
  least?: number;
  isFixed?: boolean;
  /** For readers alone, where a column's head says it. */
  isLabelHidden?: boolean;
  onSet: (cm: number) => void;
}

const said = (cm: number, language: 'vi' | 'en') =>
  new Intl.NumberFormat(tagOf(language), { maximumFractionDigits: 2, useGrouping: false }).format(
    cm / 100,
  );

/** A length in metres, typed with a comma or a point; kept in whole centimetres. */
export function MetresField(props: MetresFieldProps) {
  const { label, cm, least = Number.NEGATIVE_INFINITY, isFixed, isLabelHidden, onSet } = props;
  const { language } = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const leave = () => {
    const metres = Number((typed ?? '').trim().replace(',', '.'));
    const wanted = Math.round(metres * 100);
    if (typed !== null && typed.trim() !== '' && Number.isFinite(metres) && wanted >= least) {
      if (wanted !== cm) onSet(wanted);
    }
    setTyped(null);
  };
  return (
    <div className={classes.field}>
      <label htmlFor={id} className={isLabelHidden ? 'onlyForReaders' : undefined}>
        {label}
      </label>
      <input
        id={id}
        inputMode="decimal"
        value={typed ?? (cm === null ? '' : said(cm, language))}
        placeholder={cm === null ? m.edit_mixed() : undefined}
        readOnly={isFixed}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave();
          if (event.key === 'Escape') setTyped(null);
          if (cm !== null && (event.key === 'ArrowUp' || event.key === 'ArrowDown') && !isFixed) {
            event.preventDefault();
            const next = cm + (event.key === 'ArrowUp' ? 10 : -10);
            setTyped(null);
            if (next >= least) onSet(next);
          }
        }}
      />
    </div>
  );
}

interface TextFieldProps {
  label: string;
  /** Null when several things differ in it. */
  value: string | null;
  most: number;
  isFixed?: boolean;
  isLabelHidden?: boolean;
  /** False: what is typed cannot be so, and is put back. */
  fits?: (text: string) => boolean;
  onSet: (text: string) => void;
}

/** A word that is set when it is left, and put back by Esc. */
export function TextField(props: TextFieldProps) {
  const { label, value, most, isFixed, isLabelHidden, fits = () => true, onSet } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const leave = () => {
    const text = typed?.trim();
    if (text !== undefined && text !== value && fits(text)) onSet(text);
    setTyped(null);
  };
  return (
    <div className={classes.field}>
      <label htmlFor={id} className={isLabelHidden ? 'onlyForReaders' : undefined}>
        {label}
      </label>
      <input
        id={id}
        value={typed ?? value ?? ''}
        maxLength={most}
        placeholder={value === null ? m.edit_mixed() : undefined}
        readOnly={isFixed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
    </div>
  );
}

interface ChoiceFieldProps<Value extends string> {
  label: string;
  value: Value | null;
  options: readonly { value: Value; name: string }[];
  isFixed?: boolean;
  isLabelHidden?: boolean;
  onSet: (value: Value) => void;
}

export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, value, options, isFixed, isLabelHidden, onSet } = props;
  const id = useId();
  return (
    <div className={classes.field}>
      <label htmlFor={id} className={isLabelHidden ? 'onlyForReaders' : undefined}>
        {label}
      </label>
      <select
        id={id}
        value={value ?? ''}
        disabled={isFixed}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onSet(chosen.value);
        }}
      >
        {value === null && <option value="">{m.edit_mixed()}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}
