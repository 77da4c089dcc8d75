import { useId, useState } from 'react';
import classes from './fields.module.css';

interface CountFieldProps {
  label: string;
  value: number;
  least: number;
  most: number;
  onSet: (value: number) => void;
}

/** A whole number within bounds; while it is none, the last one holds. */
export function CountField({ label, value, least, most, onSet }: CountFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="numeric"
        value={typed ?? String(value)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value);
          const number = Number(event.target.value);
          if (/^-?\d+$/.test(event.target.value) && number >= least && number <= most)
            onSet(number);
        }}
        onBlur={() => setTyped(null)}
      />
    </div>
  );
}
