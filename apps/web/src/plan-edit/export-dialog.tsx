import { useState } from 'react';
import type { ReactNode } from 'react';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Choice } from '../ui/choice';
import { saveFile } from '../ui/save-file';
import { Dialog } from '../ui/dialog';
import classes from '../ui/dialog.module.css';
import { dotsOf, NoPicture, sheetFile } from './sheet-file';
import type { SheetFile, SheetWish } from './sheet-file';
import type { Editor } from './use-plan-editor';

interface ExportDialogProps {
  editor: Editor;
  onClose: () => void;
}

/** The plan as a file: which plan, on which paper, as what. */
export function ExportDialog({ editor, onClose }: ExportDialogProps) {
  const { language } = useLanguage();
  const { fairId, kept } = editor;
  const [wish, setWish] = useState<Omit<SheetWish, 'language'>>({
    of: kept.differenceCount > 0 ? 'draft' : 'published',
    ...{ paper: 'a3', file: 'pdf', names: 'true' },
  });
  const [isDrawing, setDrawing] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const set = (change: Partial<typeof wish>) => setWish((before) => ({ ...before, ...change }));
  const save = async () => {
    setDrawing(true);
    setRefused(null);
    try {
      if (wish.of === 'draft' && !(await editor.settle())) {
        setRefused(m.sheet_unsaved());
        return;
      }
      const { name, bytes } = await sheetFile(fairId, { ...wish, language });
      saveFile(name, bytes);
      onClose();
    } catch (problem) {
      const sentence = problem instanceof Problem ? problem.sentence(language) : null;
      setRefused(
        problem instanceof NoPicture ? m.sheet_no_picture() : (sentence ?? m.sheet_unreachable()),
      );
    } finally {
      setDrawing(false);
    }
  };
  return (
    <Dialog
      title={m.sheet_title()}
      onClose={onClose}
      onSubmit={() => !isDrawing && void save()}
      actions={
        <>
          <button type="button" className={buttons.button} onClick={onClose}>
            {m.edit_cancel()}
          </button>
          <button type="submit" className={buttons.main} disabled={isDrawing}>
            {isDrawing ? m.sheet_drawing() : m.sheet_save()}
          </button>
        </>
      }
    >
      <Asked label={m.sheet_which()}>
        <Choice
          label={m.sheet_which()}
          value={wish.of}
          options={[
            { value: 'draft', name: m.sheet_of_draft() },
            { value: 'published', name: m.sheet_of_published() },
          ]}
          onChoose={(of) => set({ of })}
        />
      </Asked>
      <Asked label={m.sheet_paper()}>
        <Choice
          label={m.sheet_paper()}
          value={wish.paper}
          options={[
            { value: 'a3', name: 'A3' },
            { value: 'a1', name: 'A1' },
          ]}
          onChoose={(paper) => set({ paper })}
        />
      </Asked>
      <Asked label={m.sheet_file()}>
        <Choice
          label={m.sheet_file()}
          value={wish.file}
          options={[
            { value: 'pdf', name: 'PDF' },
            { value: 'svg', name: 'SVG' },
            { value: 'png', name: 'PNG' },
          ]}
          onChoose={(file) => set({ file })}
        />
        <p className={classes.sum}>{aboutFile(wish.file, wish.paper, language)}</p>
      </Asked>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={wish.names === 'true'}
          onChange={(event) => set({ names: event.target.checked ? 'true' : 'false' })}
        />
        {m.sheet_names()}
      </label>
      {refused && (
        <p className={classes.refused} role="alert">
          {refused}
        </p>
      )}
    </Dialog>
  );
}

function aboutFile(file: SheetFile, paper: SheetWish['paper'], language: 'vi' | 'en'): string {
  if (file === 'pdf') return m.sheet_about_pdf();
  if (file === 'svg') return m.sheet_about_svg();
  const { width, height } = dotsOf(paper);
  return m.sheet_about_png({
    width: formatCount(width, language),
    height: formatCount(height, language),
  });
}

/* The group of choices says its name to readers itself. */
function Asked({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.asked}>
      <span aria-hidden>{label}</span>
      {children}
    </div>
  );
}
