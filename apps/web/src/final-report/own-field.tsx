import { useState } from 'react';
import { newId } from '@phien/kernel';
import { useMutation } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import fields from '../my/field.module.css';
import buttons from '../ui/buttons.module.css';
import { writeField } from './final-requests';
import classes from './final-screen.module.css';

const empty = { nameVi: '', nameEn: '', textVi: '', textEn: '' };
type Part = keyof typeof empty;

/** Adds a field that the list does not have. */
export function OwnField({ fairId }: { fairId: string }) {
  const { language } = useLanguage();
  /* Made when the form opens and kept: sending twice is one field. */
  const [id, setId] = useState<string | null>(null);
  const [words, setWords] = useState(empty);
  const adding = useMutation({
    mutationFn: (of: string) =>
      writeField(fairId, `own-${of}`, { ...words, state: 'typed', revision: 0 }),
    onSuccess: () => {
      setId(null);
      setWords(empty);
    },
  });
  if (id === null) {
    return (
      <button type="button" className={buttons.button} onClick={() => setId(newId())}>
        <Plus size={18} aria-hidden />
        {m.final_add()}
      </button>
    );
  }
  const isWhole = [words.nameVi, words.nameEn, words.textVi].every((text) => text.trim() !== '');
  const field = (part: Part, label: string, maxLength: number) => (
    <label className={fields.field}>
      <span className={fields.label}>{label}</span>
      <input
        type="text"
        className={fields.control}
        value={words[part]}
        maxLength={maxLength}
        onChange={(event) => setWords({ ...words, [part]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        adding.mutate(id);
      }}
    >
      {field('nameVi', m.final_name_vi(), 200)}
      {field('nameEn', m.final_name_en(), 200)}
      {field('textVi', m.final_text_vi(), 4000)}
      {field('textEn', m.final_text_en(), 4000)}
      {adding.isError && (
        <p className={classes.failed} role="alert">
          {(adding.error instanceof Problem && adding.error.sentence(language)) ||
            m.error_unreachable()}
        </p>
      )}
      <div className={classes.actions}>
        <button type="submit" className={buttons.main} disabled={!isWhole || adding.isPending}>
          {m.final_save()}
        </button>
        <button type="button" className={buttons.button} onClick={() => setId(null)}>
          {m.final_cancel()}
        </button>
      </div>
    </form>
  );
}
