import { useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { newId } from '@phien/kernel';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import { Card } from './card';
import { addPastFair, addPastFigure, askAgain, placesOnQuery } from './compare-requests';
import type { NewFigure, PastFair } from './compare-requests';
import classes from './compare-screen.module.css';
import { exactnessWords, kindWords, partWords } from './compare-words';

const NEW_FAIR = '';
type Part = NonNullable<NewFigure['part']>;

/* Places are told in the units of the fair's own time. */
const dayOf = (fair: PastFair | undefined) => fair?.firstDay ?? fair?.lastDay ?? undefined;

function placeIn(key: string | undefined): Pick<NewFigure, 'placeSet' | 'placeCode'> {
  const [placeSet, placeCode] = key?.split(':') ?? [];
  return { placeSet, placeCode };
}

/** An organizer writes down what a source says of a past fair; a fair that is not listed comes with it. */
export function AddFigure({ fairId, past }: { fairId: string; past: readonly PastFair[] }) {
  const { language } = useLanguage();
  const [code, setCode] = useState(past[0]?.code ?? NEW_FAIR);
  const [part, setPart] = useState<Part>('whole');
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
        part,
        ...placeIn(text('place')),
        countryCode: text('country'),
        partVi: text('partVi'),
        partEn: text('partEn'),
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
      setPart('whole');
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
        <Choice
          title={m.compare_add_part()}
          name="part"
          words={partWords}
          value={part}
          onChoose={(chosen) => setPart(chosen as Part)}
        />
        {(part === 'place' || part === 'country') && (
          <PlaceChoice
            fairId={fairId}
            part={part}
            day={dayOf(past.find((fair) => fair.code === code))}
          />
        )}
        {part === 'other' && (
          <>
            <Text title={m.compare_add_part_vi()} name="partVi" required maxLength={200} />
            <Text title={m.compare_add_part_en()} name="partEn" required maxLength={200} />
          </>
        )}
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
  value?: string;
  onChoose?: (value: string) => void;
}

function Choice({ title, name, words, value, onChoose }: ChoiceProps) {
  return (
    <Field title={title}>
      {(id) => (
        <select
          id={id}
          name={name}
          className={classes.select}
          value={value}
          onChange={(event) => onChoose?.(event.currentTarget.value)}
        >
          {Object.entries(words).map(([each, word]) => (
            <option key={each} value={each}>
              {word()}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface PlaceChoiceProps {
  fairId: string;
  part: 'place' | 'country';
  /** YYYY-MM-DD; undefined while it is not known. */
  day: string | undefined;
}

function PlaceChoice({ fairId, part, day }: PlaceChoiceProps) {
  const { language } = useLanguage();
  const choices = useQuery(placesOnQuery(fairId, day));
  const named = ({ nameVi, nameEn }: { nameVi: string; nameEn: string }) =>
    language === 'vi' ? nameVi : nameEn;
  const places = [
    { title: m.people_homes_own(), units: choices.data?.ownUnits ?? [] },
    { title: m.people_homes_provinces(), units: choices.data?.provinces ?? [] },
  ];
  if (choices.error) return <ProblemLine problem={choices.error} />;
  return (
    <Field title={part === 'place' ? m.compare_p_place() : m.compare_p_country()}>
      {(id) => (
        <select id={id} name={part} className={classes.select} required defaultValue="">
          <option value="" disabled />
          {part === 'place'
            ? places.map(({ title, units }) => (
                <optgroup key={title} label={title}>
                  {units.map((unit) => (
                    <option key={unit.code} value={`${unit.set}:${unit.code}`}>
                      {named(unit)}
                    </option>
                  ))}
                </optgroup>
              ))
            : choices.data?.countries.map((country) => (
                <option key={country.code} value={country.code}>
                  {named(country)}
                </option>
              ))}
        </select>
      )}
    </Field>
  );
}
