import { useState } from 'react';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { readingOrder } from './arrange.rules';
import type { Numbering } from './arrange.rules';
import { Dialog } from '../ui/dialog';
import classes from '../ui/dialog.module.css';
import { NumberingFields, nextNumber } from './row-dialog';
import type { Editor } from './use-plan-editor';

/** New codes for the chosen booths, row by row. */
export function RenumberDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { chosenBooths } = editor;
  const [numbering, setNumbering] = useState<Numbering>(() => {
    const [prefix, start] = nextNumber(readingOrder(chosenBooths, false)[0]?.code ?? 'A01');
    return { prefix, start, step: 1, isSnake: false };
  });
  return (
    <Dialog
      title={m.edit_renumber_title({ count: chosenBooths.length })}
      onClose={onClose}
      onSubmit={() => {
        editor.renumber(numbering);
        onClose();
      }}
      actions={
        <>
          <button type="button" className={buttons.button} onClick={onClose}>
            {m.edit_cancel()}
          </button>
          <button type="submit" className={buttons.main}>
            {m.edit_renumber()}
          </button>
        </>
      }
    >
      <p className={classes.sum}>{m.edit_renumber_text()}</p>
      <NumberingFields
        numbering={numbering}
        onSet={(change) => setNumbering((before) => ({ ...before, ...change }))}
      />
    </Dialog>
  );
}
