import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Popup } from '../ui/popup';
import classes from './filter-choice.module.css';

interface FilterChoiceProps {
  name: string;
  /** `short` stands on the button. */
  options: readonly { value: string; name: string; short: string }[];
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
}

/** A button that says what is counted, and opens boxes to tick. No box ticked leaves nothing out. */
export function FilterChoice({ name, options, chosen, onChoose }: FilterChoiceProps) {
  const shorts = options.filter(({ value }) => chosen.includes(value)).map(({ short }) => short);
  const face = m.filter_button({ name, chosen: shorts.join(', ') || m.filter_all() });
  const toggle = (value: string, isOn: boolean) =>
    onChoose(
      options
        .map((option) => option.value)
        .filter((each) => (each === value ? isOn : chosen.includes(each))),
    );
  return (
    <Popup
      label={face}
      face={<span className={classes.face}>{face}</span>}
      place="under"
      buttonClass={`${buttons.button} ${shorts.length > 0 ? classes.on : ''}`}
    >
      <fieldset className={classes.boxes}>
        <legend className="onlyForReaders">{name}</legend>
        {options.map((option) => (
          <label key={option.value} className={classes.box}>
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={(event) => toggle(option.value, event.currentTarget.checked)}
            />
            <span>{option.name}</span>
          </label>
        ))}
      </fieldset>
      {shorts.length > 0 && (
        <button type="button" className={buttons.quiet} onClick={() => onChoose([])}>
          {m.filter_clear()}
        </button>
      )}
    </Popup>
  );
}
