import { memo } from 'react';
import type { Booth, PlanFeature, WholeFair, Zone } from '../api/client';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { FairPlan } from '../ui/fair-plan/fair-plan';
import { shareText } from './plan-words';
import classes from './printed-plan.module.css';
import { givenSixths, stateOf } from './plan.rules';

interface PrintedPlanProps {
  name: string;
  fair: WholeFair;
  zones: readonly Zone[];
  features: readonly PlanFeature[];
  booths: readonly Booth[];
}

/**
 * What comes out of the printer: the plan on a page of its own, then the list. It stands unseen
 * behind the desk, so it is drawn anew only when what it shows has changed.
 */
export const PrintedPlan = memo(function PrintedPlan(props: PrintedPlanProps) {
  const { name, fair, zones, features, booths } = props;
  const { language } = useLanguage();
  return (
    <div className={classes.paper} aria-hidden>
      <h1>{name}</h1>
      <div data-detail="codes">
        <FairPlan
          hall={fair}
          zones={zones}
          features={features}
          booths={booths}
          faceOf={faceOnPaper}
        />
      </div>
      <table>
        <thead>
          <tr>
            <th>{m.plan_col_booth()}</th>
            <th>{m.plan_col_zone()}</th>
            <th>{m.plan_col_holders()}</th>
          </tr>
        </thead>
        <tbody>
          {booths.map((booth) => (
            <tr key={booth.id}>
              <th>{booth.code}</th>
              <td>{zoneName(zones, booth, language)}</td>
              <td>
                {booth.holders.length === 0
                  ? '–'
                  : booth.holders
                      .map(({ name: holder, sixths }) =>
                        sixths === 6 ? holder : `${holder} (${shareText(sixths)})`,
                      )
                      .join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});

const zoneName = (zones: readonly Zone[], booth: Booth, language: 'vi' | 'en') => {
  const zone = zones.find(({ id }) => id === booth.zoneId);
  return language === 'vi' ? zone?.nameVi : zone?.nameEn;
};

/* Printers spare colour: white is free, grey is given, and the letter says it too. */
const faceOnPaper = (booth: Booth) => ({
  fill: { free: '#fff', held: '#fff', offered: '#fff', shared: '#eee', given: '#ccc' }[
    stateOf(booth)
  ],
  ink: '#000',
  letter: stateOf(booth) === 'shared' ? `${givenSixths(booth)}/6` : letters[stateOf(booth)](),
});

const letters = {
  free: m.plan_free_letter,
  held: m.firm_letter_held,
  offered: m.firm_letter_offered,
  given: m.plan_given_letter,
  shared: m.plan_given_letter,
};
