import { useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { newId } from '@phien/kernel';
import { useMutation } from '@tanstack/react-query';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import { addPastFair, addPastFigure, askAgain } from './compare-requests';
import type { NewFigure, PastFair } from './compare-requests';
import classes from './compare-screen.module.css';
import { exactnessWords, kindWords } from './compare-words';
import { Card } from './comparison-cards';

const NEW_FAIR = '';

/** An organizer writes down what a source says of a past fair; a fair that is not listed comes with it. */
export function AddFigure({ fairId, past }: { fairId: string; past: readonly PastFair[] }) {
  const { language } = useLanguage();
  const [code, setCode] = useState(past[0]?.code ?? NEW_FAIR);
  /* Kept until the server has it, so that sending twice writes once. */
  const id = useRef(newId());
  const form = useRef<HTMLFormElement>(null);
  const adding = useMutation({
    mutationFn: async (fields: FormData) => {
      const text = (name: string) => {
        const value = fields.get(name);
        return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
      };
      const fair =
        code === NEW_FAIR
          ? await addPastFair(fairId, {
              nameVi: text('nameVi') ?? '',
              nameEn: text('nameEn') ?? '',
              scope: 'provincial',
            })
          : { code };
      return addPastFigure(fairId, fair.code, {
        id: id.current,
        kind: text('kind') as NewFigure['kind'],
        value: Number(text('value')),
        exactness: text('exactness') as NewFigure['exactness'],
        firstDays: Number(text('firstDays') ?? 0),
        isPlanned: fields.get('isPlanned') !== null,
        source: {
          publisher: text('publisher') ?? '',
          title: text('title'),
          address: text('address'),
          publishedOn: text('publishedOn'),
        },
      });
    },
    onSuccess: async () => {
      id.current = newId();
      form.current?.reset();
      await askAgain(fairId);
    },
  });
  return (
    <Card title={m.compare_add_title()}>
      <form
        ref={form}
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          adding.mutate(new FormData(event.currentTarget));
        }}
      >
        <Field title={m.compare_add_fair()}>
          {(field) => (
            <select
              id={field}
              className={classes.select}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            >
              {past.map((fair) => (
                <option key={fair.code} value={fair.code}>
                  {language === 'vi' ? fair.nameVi : fair.nameEn}
                </option>
              ))}
              <option value={NEW_FAIR}>{m.compare_add_new_fair()}</option>
            </select>
          )}
        </Field>
        {code === NEW_FAIR && (
          <>
            <Text title={m.compare_add_name_vi()} name="nameVi" required maxLength={200} />
            <Text title={m.compare_add_name_en()} name="nameEn" required maxLength={200} />
          </>
        )}
        <Choice title={m.compare_add_kind()} name="kind" words={kindWords} />
        <Text title={m.compare_add_value()} name="value" type="number" required min={1} step={1} />
        <Choice title={m.compare_add_exactness()} name="exactness" words={exactnessWords} />
        <Text
          title={m.compare_add_first_days()}
          name="firstDays"
          type="number"
          min={0}
          max={366}
          defaultValue={0}
        />
        <Text title={m.compare_add_publisher()} name="publisher" required maxLength={300} />
        <Text title={m.compare_add_source_title()} name="title" maxLength={500} />
        <Text title={m.compare_add_address()} name="address" maxLength={1000} />
        <Text title={m.compare_add_published()} name="publishedOn" type="date" />
        <label className={classes.check}>
          <input type="checkbox" name="isPlanned" />
          {m.compare_add_planned()}
        </label>
        <button type="submit" className={buttons.main} disabled={adding.isPending}>
          {m.compare_add_save()}
        </button>
      </form>
      <p role="status" className={classes.note}>
        {adding.isSuccess && m.compare_add_saved()}
      </p>
      {adding.error && <ProblemLine problem={adding.error} />}
    </Card>
  );
}

function Field({ title, children }: { title: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{title}</label>
      {children(id)}
    </div>
  );
}

interface TextProps {
  title: string;
  name: string;
  type?: 'number' | 'date';
  required?: boolean;
  min?: number;
  max?: number;
  step?: number;
  maxLength?: number;
  defaultValue?: number;
}

function Text({ title, ...input }: TextProps) {
  return (
    <Field title={title}>{(id) => <input id={id} className={classes.input} {...input} />}</Field>
  );
}

interface ChoiceProps {
  title: string;
  name: string;
  words: Record<string, () => string>;
}

function Choice({ title, name, words }: ChoiceProps) {
  return (
    <Field title={title}>
      {(id) => (
        <select id={id} name={name} className={classes.select}>
          {Object.entries(words).map(([value, word]) => (
            <option key={value} value={value}>
              {word()}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
