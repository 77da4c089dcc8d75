import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { EyeOff, Pencil, RotateCcw } from 'lucide-react';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { FieldForm } from './field-form';
import { writeField, type FieldWish, type FinalField } from './final-requests';
import classes from './final-screen.module.css';

interface FieldLineProps {
  fairId: string;
  timeZone: string;
  field: FinalField;
  isOrganizer: boolean;
}

/** A field: what is printed, where that comes from, and what was set aside for it. */
export function FieldLine({ fairId, timeZone, field, isOrganizer }: FieldLineProps) {
  const { language } = useLanguage();
  const [isEditing, setEditing] = useState(false);
  const { ledger, source, written, state, revision } = field;
  const inLanguage = (said: { vi: string; en: string }) => said[language];
  const name = language === 'vi' ? field.nameVi : field.nameEn;
  const names = field.field.startsWith('own-')
    ? { nameVi: field.nameVi, nameEn: field.nameEn }
    : {};
  const saving = useMutation({
    mutationFn: (wish: Omit<FieldWish, 'revision'>) =>
      writeField(fairId, field.field, { ...names, ...wish, revision }),
    onSuccess: () => setEditing(false),
  });
  const text =
    state === 'from_ledger'
      ? ledger && inLanguage(ledger)
      : written && (language === 'en' && written.textEn !== '' ? written.textEn : written.textVi);
  return (
    <li className={classes.field} data-testid={`field-${field.field}`} data-state={state}>
      <h2 className={classes.name}>{name}</h2>
      <div className={classes.said}>
        {isEditing ? (
          <FieldForm
            label={name}
            first={{
              textVi: written?.textVi ?? ledger?.vi ?? '',
              textEn: written?.textEn ?? ledger?.en ?? '',
            }}
            isSaving={saving.isPending}
            onSave={(texts) => saving.mutate({ state: 'typed', ...texts })}
            onCancel={() => {
              saving.reset();
              setEditing(false);
            }}
          />
        ) : (
          <p className={text ? classes.text : classes.unsaid}>{text || m.final_unsaid()}</p>
        )}
        {state === 'from_ledger' && source && (
          <p className={classes.quiet}>{m.final_from({ source: inLanguage(source) })}</p>
        )}
        {state === 'typed' && written && (
          <p className={classes.quiet}>
            {m.final_written({
              name: written.byName,
              time: formatDateTime(written.at, timeZone, language),
            })}
          </p>
        )}
        {state === 'typed' && written && ledger && source && (
          <p className={classes.quiet}>
            {m.final_ledger_says({ text: inLanguage(ledger), source: inLanguage(source) })}
          </p>
        )}
        {saving.isError && (
          <p className={classes.failed} role="alert">
            {(saving.error instanceof Problem && saving.error.sentence(language)) ||
              m.error_unreachable()}
          </p>
        )}
      </div>
      {isOrganizer && !isEditing && (
        <div className={classes.actions}>
          {state !== 'left_out' && (
            <button
              type="button"
              className={buttons.quiet}
              aria-label={m.final_edit_name({ name })}
              onClick={() => setEditing(true)}
            >
              <Pencil size={18} aria-hidden />
              {m.final_edit()}
            </button>
          )}
          {(state === 'left_out' || (state === 'typed' && ledger)) && (
            <button
              type="button"
              className={buttons.quiet}
              disabled={saving.isPending}
              aria-label={
                state === 'left_out'
                  ? m.final_put_back_name({ name })
                  : m.final_use_ledger_name({ name })
              }
              onClick={() =>
                ledger
                  ? saving.mutate({ state: 'from_ledger' })
                  : state === 'left_out' && setEditing(true)
              }
            >
              <RotateCcw size={18} aria-hidden />
              {state === 'left_out' ? m.final_put_back() : m.final_use_ledger()}
            </button>
          )}
          {state !== 'left_out' && (
            <button
              type="button"
              className={buttons.quiet}
              disabled={saving.isPending}
              aria-label={m.final_leave_out_name({ name })}
              onClick={() => saving.mutate({ state: 'left_out' })}
            >
              <EyeOff size={18} aria-hidden />
              {m.final_leave_out()}
            </button>
          )}
        </div>
      )}
    </li>
  );
}
