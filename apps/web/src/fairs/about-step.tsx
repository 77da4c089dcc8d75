import { useId } from 'react';
import type { Language } from '@phien/kernel';
import { Field, Switch } from '../my/field';
import { m } from '../paraglide/messages.js';
import { CuttingFields } from './cutting-fields';
import { DaysTable } from './days-table';
import classes from './fairs.module.css';
import { NameField } from './name-field';
import {
  KINDS,
  codeOf,
  countsOf,
  eveningOf,
  mayHaveOpeningEvening,
  mostDaysOf,
  scheduleOf,
  type FairWish,
  type Fault,
  type Kind,
} from './new-fair.rules';

export interface StepProps {
  wish: FairWish;
  set: (said: Partial<FairWish>) => void;
  /** What is shown as wrong: nothing before somebody tried to go on. */
  faults: readonly Fault[];
  language: Language;
}

export const kindWords: Record<Kind, { name: () => string; purpose: () => string }> = {
  fair: { name: m.fairs_kind_fair, purpose: m.fairs_kind_fair_for },
  goods_week: { name: m.fairs_kind_goods_week, purpose: m.fairs_kind_goods_week_for },
  point_of_sale: { name: m.fairs_kind_point_of_sale, purpose: m.fairs_kind_point_of_sale_for },
};

/** What is typed or chosen as text. */
type TypedKey = {
  [Key in keyof FairWish]: FairWish[Key] extends string ? Key : never;
}[keyof FairWish];

/** So many days are looked at without opening the list of them. */
const SHOWN_AT_ONCE = 10;

/** Step 1: what it is called, where it is, and on which days. */
export function AboutStep({ wish, set, faults, known }: StepProps & { known: readonly string[] }) {
  const list = useId();
  const error = (fault: Fault, words: () => string) => (faults.includes(fault) ? words() : null);
  const text = (key: TypedKey) => ({
    name: key,
    value: wish[key],
    maxLength: 200,
    onChange: (event: { currentTarget: { value: string } }) =>
      set({ [key]: event.currentTarget.value }),
  });
  const days = scheduleOf(wish).filter(({ kind }) => kind !== 'opening_evening');
  const isOpenEnded = wish.kind === 'point_of_sale' && wish.hasOpenEnd;
  return (
    <>
      <fieldset className={classes.card}>
        <legend>{m.fairs_kind()}</legend>
        <div className={classes.kinds}>
          {KINDS.map((kind) => (
            <label key={kind} className={classes.option}>
              <input
                type="radio"
                name="kind"
                value={kind}
                checked={wish.kind === kind}
                onChange={() => set({ kind })}
              />
              <span>
                <strong>{kindWords[kind].name()}</strong>
                <span className={classes.quiet}>{kindWords[kind].purpose()}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className={classes.card}>
        <legend>{m.fairs_names()}</legend>
        <div className={classes.grid}>
          <NameField
            label={m.fairs_name_vi()}
            error={error('name', m.fairs_fault_name)}
            value={wish.nameVi}
            onType={(nameVi) => set({ nameVi })}
          />
          <NameField
            label={m.fairs_name_en()}
            hint={m.fairs_same_as_vi()}
            isOptional
            value={wish.nameEn}
            onType={(nameEn) => set({ nameEn })}
          />
          <Field label={m.fairs_venue_vi()} error={error('venue', m.fairs_fault_venue)}>
            {(wired) => <input {...wired} {...text('venueVi')} />}
          </Field>
          <Field label={m.fairs_venue_en()} hint={m.fairs_same_as_vi()} isOptional>
            {(wired) => <input {...wired} {...text('venueEn')} />}
          </Field>
          <Field label={m.fairs_series()} hint={m.fairs_series_hint()} isOptional>
            {(wired) => <input {...wired} {...text('series')} list={list} />}
          </Field>
          <Field
            label={m.fairs_code()}
            hint={m.fairs_code_hint()}
            error={error('code', m.fairs_fault_code)}
          >
            {(wired) => (
              <input
                {...wired}
                {...text('code')}
                value={codeOf(wish)}
                maxLength={60}
                autoCapitalize="none"
                spellCheck={false}
              />
            )}
          </Field>
        </div>
        <datalist id={list}>
          {known.map((series) => (
            <option key={series} value={series} />
          ))}
        </datalist>
      </fieldset>
      <fieldset className={classes.card}>
        <legend>{m.fairs_days()}</legend>
        {wish.kind === 'point_of_sale' && (
          <Switch
            name="hasOpenEnd"
            label={m.fairs_open_end()}
            hint={m.fairs_open_end_hint()}
            isOn={wish.hasOpenEnd}
            onTurn={(hasOpenEnd) => set({ hasOpenEnd })}
          />
        )}
        <div className={classes.grid}>
          <Field label={m.fairs_first_day()} error={error('firstDay', m.fairs_fault_first_day)}>
            {(wired) => <input {...wired} {...text('firstDay')} type="date" />}
          </Field>
          {!isOpenEnded && (
            <Field
              label={m.fairs_last_day()}
              error={
                error('lastDay', m.fairs_fault_last_day) ??
                error('tooManyDays', () =>
                  m.fairs_fault_too_many_days({ most: mostDaysOf(wish.kind) }),
                ) ??
                error('noOpenDay', m.fairs_fault_no_open_day)
              }
            >
              {(wired) => <input {...wired} {...text('lastDay')} type="date" min={wish.firstDay} />}
            </Field>
          )}
          <Field label={m.fairs_opens()}>
            {(wired) => <input {...wired} {...text('opensAt')} type="time" />}
          </Field>
          <Field label={m.fairs_closes()} error={error('hours', m.fairs_fault_hours)}>
            {(wired) => <input {...wired} {...text('closesAt')} type="time" />}
          </Field>
        </div>
        {mayHaveOpeningEvening(wish.kind) && (
          <>
            <Switch
              name="hasOpeningEvening"
              label={m.fairs_evening()}
              hint={m.fairs_evening_hint()}
              isOn={wish.hasOpeningEvening}
              onTurn={(hasOpeningEvening) => set({ hasOpeningEvening })}
            />
            {wish.hasOpeningEvening && (
              <div className={classes.grid}>
                <Field
                  label={m.fairs_evening_day()}
                  error={error('evening', m.fairs_fault_evening)}
                >
                  {(wired) => (
                    <input
                      {...wired}
                      {...text('eveningDay')}
                      type="date"
                      value={eveningOf(wish) ?? ''}
                    />
                  )}
                </Field>
                <div className={classes.pair}>
                  <Field label={m.fairs_opens()}>
                    {(wired) => <input {...wired} {...text('eveningOpensAt')} type="time" />}
                  </Field>
                  <Field label={m.fairs_closes()}>
                    {(wired) => <input {...wired} {...text('eveningClosesAt')} type="time" />}
                  </Field>
                </div>
              </div>
            )}
          </>
        )}
        {days.length > 0 && days.length <= mostDaysOf(wish.kind) && (
          <details className={classes.more} open={days.length <= SHOWN_AT_ONCE}>
            <summary>{m.fairs_each_day(countsOf(days))}</summary>
            <DaysTable
              days={days}
              kinds={['open', 'closed']}
              onChange={(day, { day: _, ...own }) => set({ own: { ...wish.own, [day]: own } })}
            />
          </details>
        )}
        <CuttingFields
          timeZone={wish.timeZone}
          dayCut={wish.dayCut}
          graceMinutes={wish.graceMinutes}
          onSet={set}
          errors={{
            dayCut: error('dayCut', m.fairs_fault_day_cut),
            grace: error('grace', m.fairs_fault_grace),
          }}
        />
      </fieldset>
    </>
  );
}
