import { Heart } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import classes from './filter-row.module.css';
import { everything, isNarrowed } from './filter.rules';
import type { Filter, Option, optionsOf } from './filter.rules';

interface FilterRowProps {
  options: ReturnType<typeof optionsOf>;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  /** "12 trên 160 gian". */
  said: string;
}

/** Narrows plan and list down: by zone, product class, stars, place, or to what was saved. */
export function FilterRow({ options, filter, onFilter, said }: FilterRowProps) {
  const stars = options.stars.map((star) => ({
    value: star,
    name: m.fair_star_count({ count: star }),
  }));
  const lists = [
    ['zone', m.fair_zone(), options.zones],
    ['classCode', m.fair_class(), options.classes],
    ['star', m.fair_star(), stars],
    ['place', m.fair_place(), options.places],
  ] as const satisfies readonly (readonly [keyof Filter, string, readonly Option[]])[];
  return (
    <div className={classes.row} role="group" aria-label={m.fair_filters()}>
      <span className={classes.said} role="status">
        {said}
      </span>
      <button
        type="button"
        className={classes.chip}
        aria-pressed={filter.isFavouriteOnly}
        onClick={() => onFilter({ ...filter, isFavouriteOnly: !filter.isFavouriteOnly })}
      >
        <Heart size={16} aria-hidden />
        {m.fair_favourites()}
      </button>
      {lists
        .filter(([, , choices]) => choices.length > 1)
        .map(([key, name, choices]) => (
          <select
            key={key}
            className={classes.chip}
            aria-label={name}
            data-is-set={filter[key] !== '' || undefined}
            value={filter[key]}
            onChange={(event) => onFilter({ ...filter, [key]: event.currentTarget.value })}
          >
            <option value="">{name}</option>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.name}
              </option>
            ))}
          </select>
        ))}
      {isNarrowed(filter) && (
        <button type="button" className={classes.clear} onClick={() => onFilter(everything)}>
          {m.fair_filter_clear()}
        </button>
      )}
    </div>
  );
}
