import type { ReactNode } from 'react';
import { Image as ImageIcon } from 'lucide-react';
import type { Fair } from '../api/client';
import { formatCount } from '../i18n/numbers';
import { Field } from '../my/field';
import { m } from '../paraglide/messages.js';
import type { StepProps } from './about-step';
import classes from './fairs.module.css';
import { BEGINNINGS, type Beginning } from './new-fair.rules';
import { PlanThumb } from './plan-thumb';

export const beginningWords: Record<Beginning, () => string> = {
  'ocop-160': () => m.fairs_plan_booths({ count: 160 }),
  'ocop-250': () => m.fairs_plan_booths({ count: 250 }),
  'ocop-460': () => m.fairs_plan_booths({ count: 460 }),
  earlier: m.fairs_plan_earlier,
  picture: m.fairs_plan_picture,
  empty: m.fairs_plan_empty,
};

const purposes: Partial<Record<Beginning, () => string>> = {
  earlier: m.fairs_plan_earlier_for,
  picture: m.fairs_plan_picture_for,
};

export const faces: Partial<Record<Beginning, ReactNode>> = {
  picture: <ImageIcon size={40} aria-hidden />,
};

/** What the picture of a beginning is asked by: a template's name or a fair's id. */
export const pictureOf = (beginning: Beginning, planOf: string) =>
  beginning === 'earlier' ? planOf : beginning === 'picture' ? 'empty' : beginning;

interface PlanStepProps extends StepProps {
  /** Fairs whose plan can be copied. */
  earlier: readonly Fair[];
}

/** Step 2: what the hall looks like on the first day of its drawing. */
export function PlanStep({ wish, set, faults, language, earlier }: PlanStepProps) {
  const offered = BEGINNINGS.filter((each) => each !== 'earlier' || earlier.length > 0);
  return (
    <fieldset className={classes.card}>
      <legend>{m.fairs_plan_from()}</legend>
      <p className={classes.quiet}>{m.fairs_plan_changes_later()}</p>
      <div className={classes.plans}>
        {offered.map((beginning) => {
          const picture = pictureOf(beginning, wish.planOf || (earlier[0]?.id ?? ''));
          const purpose = purposes[beginning];
          return (
            <div key={beginning} className={classes.plan}>
              <label className={classes.option}>
                <input
                  type="radio"
                  name="beginning"
                  value={beginning}
                  checked={wish.beginning === beginning}
                  onChange={() => set({ beginning })}
                />
                <span>
                  <strong>{beginningWords[beginning]()}</strong>
                  {purpose && <span className={classes.quiet}>{purpose()}</span>}
                </span>
                <PlanThumb of={picture} face={faces[beginning]} />
              </label>
              {beginning === 'earlier' && wish.beginning === 'earlier' && (
                <Field
                  label={m.fairs_plan_earlier_choose()}
                  error={faults.includes('planOf') ? m.fairs_fault_plan_of() : null}
                >
                  {(wired) => (
                    <select
                      {...wired}
                      value={wish.planOf}
                      onChange={(event) => set({ planOf: event.currentTarget.value })}
                    >
                      <option value="" disabled />
                      {earlier.map(({ id, nameVi, nameEn, boothCount }) => (
                        <option key={id} value={id}>
                          {m.fairs_plan_earlier_of({
                            fair: language === 'vi' ? nameVi : nameEn,
                            count: formatCount(boothCount, language),
                          })}
                        </option>
                      ))}
                    </select>
                  )}
                </Field>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
