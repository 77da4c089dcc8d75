import { memo, useState } from 'react';
import type { Booth } from '../api/client';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Choice } from '../ui/choice';
import classes from './booth-list.module.css';
import type { Choice as BoothChoice } from './plan-requests';
import { BOOTHS_SHOWN, givenSixths, isShown, stateOf } from './plan.rules';
import type { BoothsShown } from './plan.rules';
import { leftText, shareText, stateWords } from './plan-words';
import type { Desk } from './use-plan-desk';

const shownWords: Record<BoothsShown, () => string> = {
  all: m.plan_list_all,
  room: m.plan_list_free,
  held: m.firm_state_held,
  offered: m.firm_state_offered,
  given: m.firm_filter_given,
};

/** The plan as a table: every booth with its state, who stands there, and the same actions. */
export function BoothList({ desk }: { desk: Desk }) {
  const { language } = useLanguage();
  const [shown, setShown] = useState<BoothsShown>('all');
  const rows = desk.booths.filter((booth) => isShown(booth, shown));
  return (
    <section className={classes.panel} aria-label={m.plan_list_title()}>
      <div className={classes.head}>
        <h2>{m.plan_list_title()}</h2>
        <Choice
          label={m.plan_list_filter()}
          value={shown}
          options={BOOTHS_SHOWN.map((value) => ({ value, name: shownWords[value]() }))}
          onChoose={setShown}
        />
      </div>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={m.plan_list_title()}>
        {rows.length === 0 ? (
          <p className={classes.none}>{m.plan_list_none()}</p>
        ) : (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{m.plan_col_booth()}</th>
                <th scope="col">{m.plan_col_state()}</th>
                <th scope="col">{m.plan_col_holders()}</th>
                <th scope="col">
                  <span className="onlyForReaders">{m.plan_col_actions()}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((booth) => (
                <Row
                  key={booth.id}
                  booth={booth}
                  zoneCode={desk.zones.find(({ id }) => id === booth.zoneId)?.code ?? ''}
                  choice={desk.choiceOf?.get(booth.id)}
                  language={language}
                  isSelected={desk.booth?.id === booth.id}
                  onChoose={desk.chooseBooth}
                />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  );
}

interface RowProps {
  booth: Booth;
  zoneCode: string;
  choice: BoothChoice | undefined;
  language: 'vi' | 'en';
  isSelected: boolean;
  onChoose: (id: string) => void;
}

const Row = memo(function Row(props: RowProps) {
  const { booth, zoneCode, choice, language, isSelected, onChoose } = props;
  const state = stateOf(booth);
  const refused = choice?.findings.filter(({ isWarning }) => !isWarning) ?? [];
  return (
    <tr className={isSelected ? classes.selected : undefined}>
      <th scope="row">
        {booth.code}
        <span className={classes.zone}>
          {m.plan_col_zone()} {zoneCode}
        </span>
      </th>
      <td>
        <span className={`${classes.state} ${classes[state]}`}>
          {stateWords[state]()}
          {state === 'shared' && ` ${givenSixths(booth)}/6`}
        </span>
      </td>
      <td>
        {booth.holders.map((holder) => (
          <span key={holder.allocationId} className={classes.holder}>
            {holder.name}
            {holder.sixths < 6 && (
              <span className={classes.share}> · {shareText(holder.sixths)}</span>
            )}
          </span>
        ))}
        {booth.reserved.map((holder) => (
          <span key={holder.allocationId} className={classes.holder}>
            {holder.name}
            <span className={classes.share}>
              {` · ${stateWords[holder.state]()}, ${leftText(holder.minutesLeft)}`}
              {holder.sixths < 6 && ` · ${shareText(holder.sixths)}`}
            </span>
          </span>
        ))}
        {refused.map((finding) => (
          <span key={finding.code} className={classes.refused}>
            {finding[language]}
          </span>
        ))}
      </td>
      <td className={classes.action}>
        <button
          type="button"
          className={buttons.button}
          onClick={() => onChoose(booth.id)}
          aria-label={m.plan_list_open({ code: booth.code })}
          aria-pressed={isSelected}
        >
          {m.plan_list_choose()}
        </button>
      </td>
    </tr>
  );
});
