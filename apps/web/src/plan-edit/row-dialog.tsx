import { useState } from 'react';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { rowOf, zoneAt } from './arrange.rules';
import type { Box, Facing, RowWish } from './arrange.rules';
import { CountField } from './count-field';
import { Dialog } from '../ui/dialog';
import classes from '../ui/dialog.module.css';
import { zonesIn } from './drawing.rules';
import { ChoiceField, MetresField, TextField } from './fields';
import { CODE, facingOptions } from './inspector';
import { newItem } from './new-item';
import type { Editor } from './use-plan-editor';

const MOST_IN_ROW = 200;
const FIELD = 300;

/** What a row drawn by hand wishes for; a tap says only where it begins. */
export function wishFrom(box: Box, isTap: boolean): Partial<RowWish> {
  const { xCm, yCm } = box;
  if (isTap) return { xCm, yCm };
  const isAcross = box.widthCm >= box.depthCm;
  const [along, aside] = isAcross ? [box.widthCm, box.depthCm] : [box.depthCm, box.widthCm];
  return {
    xCm,
    yCm,
    faces: isAcross ? 'south' : 'east',
    count: Math.min(Math.max(1, Math.round(along / FIELD)), MOST_IN_ROW),
    isBackToBack: aside >= 2 * FIELD - 50,
  };
}

interface RowDialogProps {
  editor: Editor;
  wish: Partial<RowWish>;
  onClose: () => void;
}

/** A row of booths, asked for in one go: how many, how large, how numbered. */
export function RowDialog({ editor, wish, onClose }: RowDialogProps) {
  const { language } = useLanguage();
  const { drawing } = editor;
  const [row, setRow] = useState<RowWish>(() => {
    const [prefix, start] = nextNumber(editor.freeBoothCode('A01'));
    const drawn = {
      ...{ count: 10, widthCm: FIELD, depthCm: FIELD, faces: 'south' as Facing },
      ...{ isBackToBack: false, aisleCm: 0, xCm: 0, yCm: 0 },
      numbering: { prefix, start, step: 1, isSnake: false },
      ...wish,
    };
    const box = { ...drawn, widthCm: drawn.count * drawn.widthCm };
    return { ...drawn, zoneId: zoneAt(drawing, box) ?? '' };
  });
  const set = (change: Partial<RowWish>) => setRow((before) => ({ ...before, ...change }));
  const number = (change: Partial<RowWish['numbering']>) =>
    setRow((before) => ({ ...before, numbering: { ...before.numbering, ...change } }));
  const zones = zonesIn(drawing);
  const total = row.count * (row.isBackToBack ? 2 : 1);
  const draw = () => {
    /* A hall without any zone gets one that is as large as it is. */
    const made = row.zoneId === '' ? newItem(drawing, 'zone', hall(editor), false) : [];
    const zoneId = row.zoneId || (made[0]?.id ?? '');
    editor.add([...made, ...rowOf({ ...row, zoneId })]);
    onClose();
  };
  return (
    <Dialog
      title={m.edit_row_title()}
      onClose={onClose}
      onSubmit={draw}
      actions={
        <>
          <button type="button" className={buttons.button} onClick={onClose}>
            {m.edit_cancel()}
          </button>
          <button type="submit" className={buttons.main}>
            {m.edit_row_draw({ count: total })}
          </button>
        </>
      }
    >
      <div className={classes.grid}>
        <CountField
          label={m.edit_row_count()}
          value={row.count}
          least={1}
          most={MOST_IN_ROW}
          onSet={(count) => set({ count })}
        />
        <MetresField
          label={m.edit_row_width()}
          cm={row.widthCm}
          least={50}
          onSet={(widthCm) => set({ widthCm })}
        />
        <MetresField
          label={m.edit_row_depth()}
          cm={row.depthCm}
          least={50}
          onSet={(depthCm) => set({ depthCm })}
        />
        <ChoiceField
          label={m.edit_faces()}
          value={row.faces}
          options={facingOptions()}
          onSet={(faces) => set({ faces })}
        />
        <MetresField label={m.edit_x()} cm={row.xCm} onSet={(xCm) => set({ xCm })} />
        <MetresField label={m.edit_y()} cm={row.yCm} onSet={(yCm) => set({ yCm })} />
        <MetresField
          label={m.edit_row_aisle()}
          cm={row.aisleCm}
          least={0}
          onSet={(aisleCm) => set({ aisleCm })}
        />
        {zones.length > 0 && (
          <ChoiceField
            label={m.edit_zone()}
            value={row.zoneId}
            options={zones.map(({ id, code, nameVi, nameEn }) => ({
              value: id,
              name: `${code} – ${language === 'vi' ? nameVi : nameEn}`,
            }))}
            onSet={(zoneId) => set({ zoneId })}
          />
        )}
      </div>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={row.isBackToBack}
          onChange={(event) => set({ isBackToBack: event.target.checked })}
        />
        {m.edit_row_back_to_back()}
      </label>
      <NumberingFields numbering={row.numbering} onSet={number} />
      <p className={classes.sum}>
        {m.edit_row_sum({
          first: firstCode(row.numbering, total, 0),
          last: firstCode(row.numbering, total, total - 1),
          count: total,
        })}
      </p>
    </Dialog>
  );
}

const hall = ({ drawing }: Editor): Box => ({
  xCm: 0,
  yCm: 0,
  widthCm: drawing.hallWidthCm,
  depthCm: drawing.hallDepthCm,
});

/** "A07" begins at A and 7. */
export function nextNumber(code: string): [string, number] {
  const [, prefix = 'A', digits = '1'] = /^(.*?)(\d+)$/.exec(code) ?? [];
  return [prefix, Number(digits)];
}

function firstCode(
  { prefix, start, step }: RowWish['numbering'],
  total: number,
  at: number,
): string {
  const digits = Math.max(2, String(Math.max(start, start + step * (total - 1))).length);
  return `${prefix}${String(start + step * at).padStart(digits, '0')}`;
}

interface NumberingFieldsProps {
  numbering: RowWish['numbering'];
  onSet: (change: Partial<RowWish['numbering']>) => void;
}

/** How codes are made: what stands before the number, where it starts, how it goes on. */
export function NumberingFields({ numbering, onSet }: NumberingFieldsProps) {
  return (
    <>
      <div className={classes.grid}>
        <TextField
          label={m.edit_prefix()}
          value={numbering.prefix}
          most={6}
          fits={(text) => CODE.test(text)}
          onSet={(prefix) => onSet({ prefix })}
        />
        <CountField
          label={m.edit_start()}
          value={numbering.start}
          least={0}
          most={9_999}
          onSet={(start) => onSet({ start })}
        />
        <CountField
          label={m.edit_step()}
          value={numbering.step}
          least={1}
          most={100}
          onSet={(step) => onSet({ step })}
        />
      </div>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={numbering.isSnake}
          onChange={(event) => onSet({ isSnake: event.target.checked })}
        />
        {m.edit_snake()}
      </label>
    </>
  );
}
