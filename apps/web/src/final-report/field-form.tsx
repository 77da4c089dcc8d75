import { useState } from 'react';
import { m } from '../paraglide/messages.js';
import fields from '../my/field.module.css';
import buttons from '../ui/buttons.module.css';
import classes from './final-screen.module.css';

interface Texts {
  textVi: string;
  textEn: string;
}

interface FieldFormProps {
  label: string;
  first: Texts;
  isSaving: boolean;
  onSave: (texts: Texts) => void;
  onCancel: () => void;
}

/** What a person writes of a field, in both languages; English may stay empty. */
export function FieldForm({ label, first, isSaving, onSave, onCancel }: FieldFormProps) {
  const [texts, setTexts] = useState(first);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(texts);
      }}
    >
      <label className={fields.field}>
        <span className={fields.label}>{m.final_text_vi()}</span>
        <textarea
          className={fields.control}
          value={texts.textVi}
          rows={2}
          maxLength={4000}
          required
          aria-label={`${label}: ${m.final_text_vi()}`}
          onChange={(event) => setTexts({ ...texts, textVi: event.currentTarget.value })}
        />
      </label>
      <label className={fields.field}>
        <span className={fields.label}>{m.final_text_en()}</span>
        <textarea
          className={fields.control}
          value={texts.textEn}
          rows={2}
          maxLength={4000}
          aria-label={`${label}: ${m.final_text_en()}`}
          onChange={(event) => setTexts({ ...texts, textEn: event.currentTarget.value })}
        />
      </label>
      <div className={classes.actions}>
        <button
          type="submit"
          className={buttons.main}
          disabled={isSaving || texts.textVi.trim() === ''}
        >
          {m.final_save()}
        </button>
        <button type="button" className={buttons.button} onClick={onCancel} disabled={isSaving}>
          {m.final_cancel()}
        </button>
      </div>
    </form>
  );
}
