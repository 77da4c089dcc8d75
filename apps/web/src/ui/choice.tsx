import { useId } from 'react';
import type { ReactNode } from 'react';
import classes from './choice.module.css';

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  /** `face` is what is seen, `name` what is read out. */
  options: readonly { value: Value; name: string; face?: ReactNode }[];
  onChoose: (value: Value) => void;
}

/** A few options side by side of which one holds: radios under the skin, so arrow keys work. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChoose,
}: ChoiceProps<Value>) {
  const group = useId();
  return (
    <fieldset className={classes.group}>
      <legend className="onlyForReaders">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={classes.option} title={option.name}>
          <input
            type="radio"
            name={group}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
            aria-label={option.name}
          />
          <span className={classes.face}>{option.face ?? option.name}</span>
        </label>
      ))}
    </fieldset>
  );
}
