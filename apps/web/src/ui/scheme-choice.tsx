import { Monitor, Moon, Sun } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import { Choice } from './choice';
import { chooseScheme, useScheme } from './scheme';

export function SchemeChoice() {
  const { chosen } = useScheme();
  return (
    <Choice
      label={m.scheme()}
      value={chosen}
      options={[
        { value: 'light', name: m.scheme_light(), face: <Sun size={18} aria-hidden /> },
        { value: 'dark', name: m.scheme_dark(), face: <Moon size={18} aria-hidden /> },
        { value: 'auto', name: m.scheme_auto(), face: <Monitor size={18} aria-hidden /> },
      ]}
      onChoose={chooseScheme}
    />
  );
}
