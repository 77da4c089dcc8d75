import type { ComboboxItem, ComboboxParsedItem, OptionsFilter } from '@mantine/core';
import { holds } from './people.rules';

/** Options of a long list, in groups or not, that hold what was typed, marks aside. */
export const withoutMarks: OptionsFilter = ({ options, search, limit }) => {
  let left = limit;
  const take = (items: readonly ComboboxItem[]) => {
    const found = items.filter(({ label }) => holds(label, search)).slice(0, left);
    left -= found.length;
    return found;
  };
  return options.flatMap((option): ComboboxParsedItem[] => {
    if (!('group' in option)) return take([option]);
    const items = take(option.items);
    return items.length === 0 ? [] : [{ ...option, items }];
  });
};
