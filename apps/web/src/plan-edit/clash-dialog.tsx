import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Dialog } from '../ui/dialog';
import classes from '../ui/dialog.module.css';
import type { Clash } from './draft-keeper';
import type { Item } from './drawing.rules';
import { kindWords } from './tools';
import { whoSaved } from './who-saved';

interface ClashDialogProps {
  clash: Clash;
  onDecide: (whose: 'mine' | 'theirs' | 'both') => void;
}

const nameOf = (item: Item): string =>
  item.what === 'booth'
    ? m.edit_one_booth({ code: item.code })
    : item.what === 'zone'
      ? m.edit_one_zone({ code: item.code })
      : item.nameVi || kindWords[item.kind]();

/** Two drew the same things at once: whose holds. Whatever does not clash is kept of both. */
export function ClashDialog({ clash, onDecide }: ClashDialogProps) {
  const { language } = useLanguage();
  const said = (item: Item | null) =>
    item === null
      ? m.edit_clash_removed()
      : m.edit_clash_state({
          name: nameOf(item),
          x: metres(item.xCm, language),
          y: metres(item.yCm, language),
        });
  return (
    <Dialog
      title={m.edit_clash_title()}
      isFirm
      onClose={() => undefined}
      actions={
        <>
          <button type="button" className={buttons.button} onClick={() => onDecide('theirs')}>
            {m.edit_clash_theirs()}
          </button>
          {clash.clashes.some(({ after }) => after !== null) && (
            <button type="button" className={buttons.button} onClick={() => onDecide('both')}>
              {m.edit_clash_both()}
            </button>
          )}
          <button type="button" className={buttons.main} onClick={() => onDecide('mine')}>
            {m.edit_clash_mine()}
          </button>
        </>
      }
    >
      <p>{clash.problem ? whoSaved(clash.problem) : m.edit_clash_before()}</p>
      <p className={classes.sum}>{m.edit_clash_text({ count: clash.clashes.length })}</p>
      <ul className={classes.list} data-testid="clashes">
        {clash.clashes.slice(0, 40).map(({ id, before, after }) => (
          <li key={id}>
            <strong>{nameOf((before ?? after)!)}</strong>
            <p>{m.edit_clash_here({ state: said(after) })}</p>
            <p>{m.edit_clash_there({ state: said(clash.merged.items.get(id) ?? null) })}</p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

const metres = (cm: number, language: 'vi' | 'en') =>
  new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 }).format(
    cm / 100,
  );
