import type { ReactNode } from 'react';
import { Menu } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import classes from './people.module.css';

/** What may be done about a row, behind one button: two taps, so that none happens by accident. */
export function Deeds({ of: name, children }: { of: string; children: ReactNode }) {
  return (
    <Menu
      position="bottom-end"
      shadow="md"
      withInitialFocusPlaceholder={false}
      classNames={menuClasses}
    >
      <Menu.Target>
        <button
          type="button"
          className={classes.deeds}
          aria-label={m.people_deeds_of({ name })}
          title={m.people_deeds_of({ name })}
        >
          <Ellipsis size={20} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

const menuClasses = {
  dropdown: classes.menu,
  label: classes.menuLabel,
  item: classes.menuItem,
  itemLabel: classes.menuWords,
};
