import type { ComboboxItem, OptionsFilter } from '@mantine/core';
import { holds } from './people.rules';

/** Options of a long list that hold what was typed, marks aside: "dong trieu" finds Đông Triều. */
export const withoutMarks: OptionsFilter = ({ options, search, limit }) => {
  const found: ComboboxItem[] = [];
  for (const option of options) {
    if (!('value' in option) || !holds(option.label, search)) continue;
    found.push(option);
    if (found.length === limit) break;
  }
  return found;
};
