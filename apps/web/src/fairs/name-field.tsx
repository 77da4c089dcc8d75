import { Field } from '../my/field';
import classes from './fairs.module.css';

interface NameFieldProps {
  label: string;
  hint?: string;
  error?: string | null;
  isOptional?: boolean;
  value: string;
  onType: (value: string) => void;
}

/** A name as long as those of fairs are: one line of text that is shown on as many as it takes. */
export function NameField({ value, onType, ...field }: NameFieldProps) {
  return (
    <div className={classes.wide}>
      <Field {...field}>
        {(wired) => (
          <textarea
            {...wired}
            rows={1}
            maxLength={200}
            value={value}
            onChange={(event) => onType(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
          />
        )}
      </Field>
    </div>
  );
}
