import { useState } from 'react';
import { newId } from '@phien/kernel';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLanguage } from '../i18n/language';
import { Field } from '../my/field';
import { Form, useFieldErrors, useLeaving } from '../my/form';
import type { ProductClass } from '../my/my-client';
import { m } from '../paraglide/messages.js';
import { KINDS, kindWords } from '../people/kind-words';
import { AskedTwice } from '../ui/asked-twice';
import { Choice } from '../ui/choice';
import { Sheet } from '../ui/sheet';
import { useToast } from '../ui/toast';
import classes from './dossier.module.css';
import { dossiersQuery, keepKind, retireKind } from './dossier-requests';
import type { DossierKind, DossierKindWish } from './dossier-requests';

interface KindSheetProps {
  fairId: string;
  /** Null for a new one. */
  kind: DossierKind | null;
  /** The product classes that stand under none. */
  sectors: readonly ProductClass[];
  onClose: () => void;
}

const NOTHING: DossierKindWish = {
  nameVi: '',
  nameEn: '',
  isForAll: true,
  exhibitorKinds: [],
  classCodes: [],
  warnDays: 30,
};

/** A kind of paper: what it is called, and of whom it is asked. */
export function KindSheet({ fairId, kind, sectors, onClose }: KindSheetProps) {
  const { language } = useLanguage();
  const cache = useQueryClient();
  const say = useToast();
  const [id] = useState(() => kind?.id ?? newId());
  const [before] = useState(() => (kind ? wishOf(kind) : NOTHING));
  const [form, setForm] = useState(before);
  const set = (change: Partial<DossierKindWish>) => setForm((form) => ({ ...form, ...change }));
  const isDirty = JSON.stringify(form) !== JSON.stringify(before);
  const { mayClose, leaving } = useLeaving(isDirty, onClose);
  const settled = () => cache.invalidateQueries({ queryKey: dossiersQuery(fairId).queryKey });
  const saving = useMutation({
    mutationFn: () => keepKind(fairId, id, { ...form, nameEn: form.nameEn.trim() || form.nameVi }),
    onSettled: settled,
    onSuccess: () => {
      say({ text: m.dossier_kind_saved({ name: form.nameVi }) });
      onClose();
    },
  });
  const retiring = useMutation({
    mutationFn: () => retireKind(fairId, id),
    onSettled: settled,
    onSuccess: onClose,
  });
  const errorOf = useFieldErrors(saving.error);
  return (
    <Sheet
      title={kind ? m.dossier_kind_edit() : m.dossier_kind_add()}
      onClose={onClose}
      mayClose={mayClose}
    >
      <Form
        problem={saving.error ?? retiring.error}
        isPending={saving.isPending}
        fields={['nameVi', 'nameEn', 'classCodes']}
        leaving={leaving}
        onSave={() => saving.mutate()}
        aside={
          kind && (
            <AskedTwice
              deed={m.dossier_kind_retire()}
              deedOf={m.dossier_kind_retire()}
              question={m.dossier_kind_retire_sure()}
              keep={m.dossier_keep()}
              isPending={retiring.isPending}
              onSure={() => retiring.mutate()}
            />
          )
        }
      >
        <Field label={m.dossier_kind_name_vi()} error={errorOf('nameVi')}>
          {(wired) => (
            <input
              {...wired}
              name="nameVi"
              autoComplete="off"
              maxLength={120}
              value={form.nameVi}
              onChange={(event) => set({ nameVi: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field
          label={m.dossier_kind_name_en()}
          error={errorOf('nameEn')}
          hint={m.people_name_en_hint()}
          isOptional
        >
          {(wired) => (
            <input
              {...wired}
              name="nameEn"
              autoComplete="off"
              maxLength={120}
              value={form.nameEn}
              onChange={(event) => set({ nameEn: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={m.dossier_warn_days()} hint={m.dossier_warn_days_hint()}>
          {(wired) => (
            <input
              {...wired}
              name="warnDays"
              inputMode="numeric"
              autoComplete="off"
              maxLength={3}
              value={form.warnDays}
              onChange={(event) =>
                set({
                  warnDays: Math.min(365, Number(event.currentTarget.value.replace(/\D/g, ''))),
                })
              }
            />
          )}
        </Field>
        <div>
          <p className={classes.label}>{m.dossier_asked_of()}</p>
          <Choice
            label={m.dossier_asked_of()}
            value={form.isForAll ? 'all' : 'some'}
            options={[
              { value: 'all', name: m.dossier_everybody() },
              { value: 'some', name: m.dossier_some() },
            ]}
            onChoose={(chosen) => set({ isForAll: chosen === 'all' })}
          />
        </div>
        {!form.isForAll && (
          <>
            <Ticks
              legend={m.dossier_by_kind()}
              options={KINDS.map((each) => ({ value: each, name: kindWords[each]() }))}
              ticked={form.exhibitorKinds}
              onTick={(exhibitorKinds) => set({ exhibitorKinds })}
            />
            <Ticks
              legend={m.dossier_by_class()}
              options={sectors.map(({ code, nameVi, nameEn }) => ({
                value: code,
                name: language === 'vi' ? nameVi : nameEn,
              }))}
              ticked={form.classCodes}
              onTick={(classCodes) => set({ classCodes })}
            />
            <p className={classes.quiet}>{m.dossier_some_hint()}</p>
          </>
        )}
      </Form>
    </Sheet>
  );
}

const wishOf = ({ id: _, ...wish }: DossierKind): DossierKindWish => wish;

interface TicksProps<Value extends string> {
  legend: string;
  options: readonly { value: Value; name: string }[];
  /** What is ticked and none of the options stays. */
  ticked: readonly Value[];
  onTick: (ticked: Value[]) => void;
}

function Ticks<Value extends string>({ legend, options, ticked, onTick }: TicksProps<Value>) {
  return (
    <fieldset className={classes.ticks}>
      <legend className={classes.label}>{legend}</legend>
      {options.map(({ value, name }) => (
        <label key={value} className={classes.tick}>
          <input
            type="checkbox"
            checked={ticked.includes(value)}
            onChange={(event) =>
              onTick(
                event.currentTarget.checked
                  ? [...ticked, value]
                  : ticked.filter((each) => each !== value),
              )
            }
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
