import { Search } from 'lucide-react';
import classes from './search-field.module.css';

interface SearchFieldProps {
  /** What can be looked for. */
  label: string;
  typed: string;
  onType: (text: string) => void;
}

/** Narrows the list under it to what is typed. */
export function SearchField({ label, typed, onType }: SearchFieldProps) {
  return (
    <label className={classes.search}>
      <Search size={18} aria-hidden />
      <input
        type="search"
        value={typed}
        placeholder={label}
        aria-label={label}
        onChange={(event) => onType(event.currentTarget.value)}
      />
    </label>
  );
}
