import { ArrowLeftRight, Check, CircleAlert, Info, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { DelegationLine } from '../delegations/delegation-line';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Choice } from '../ui/choice';
import { FirmnessChoice } from './firmness-choice';
import { SHARES } from './plan.rules';
import { shareWords } from './plan-words';
import classes from './proposal-bar.module.css';
import type { Desk } from './use-plan-desk';

interface ProposalBarProps {
  desk: Desk;
  /** On a phone, from the list of exhibitors back to the plan. */
  onShowPlan: () => void;
  /** A booth that the exhibitor has, to see it with what can be done there. */
  onOpenBooth: (boothId: string) => void;
}

/** What would be given or moved, what is wrong with it, and the button that does it. */
export function ProposalBar({ desk, onShowPlan, onOpenBooth }: ProposalBarProps) {
  const { language } = useLanguage();
  const { booth, exhibitor, moving, choiceOf, boothOf } = desk;
  if (!exhibitor) return null;
  const from = moving ? boothOf.get(moving.boothId) : undefined;
  const to = booth && booth.id !== from?.id ? booth : null;
  const choice = to ? choiceOf?.get(to.id) : undefined;
  const others = to && moving && to.holders.length === 1 ? to.holders[0] : undefined;
  const { name } = exhibitor;
  /* Whoever looks for an exhibitor may want what it has: to move it, or to take it back. */
  const own = moving
    ? []
    : desk.booths.filter(({ holders, reserved }) =>
        [...holders, ...reserved].some(({ exhibitorId }) => exhibitorId === exhibitor.id),
      );
  const fitting = choiceOf
    ? [...choiceOf.values()].filter(({ fits, boothId }) => fits && boothId !== from?.id).length
    : null;
  return (
    <section className={classes.bar} aria-live="polite" data-testid="proposal">
      <div className={classes.head}>
        <p className={classes.title}>
          {to
            ? from
              ? m.plan_propose_move({ name, from: from.code, to: to.code })
              : m.plan_propose_give({ name, code: to.code })
            : from
              ? m.plan_choose_booth_move({ name, code: from.code })
              : m.plan_choose_booth_for({ name })}
        </p>
        <button
          type="button"
          className={buttons.quiet}
          onClick={desk.putDown}
          aria-label={m.plan_cancel()}
        >
          <X size={18} aria-hidden />
        </button>
      </div>
      {exhibitor.delegationId !== null && desk.fair && (
        <DelegationLine
          fairId={desk.fair.id}
          delegationId={exhibitor.delegationId}
          className={classes.said}
        />
      )}
      {own.length > 0 && (
        <div className={classes.own}>
          <span className={classes.said}>{m.plan_own_booths()}</span>
          {own.map(({ id, code }) => (
            <button
              key={id}
              type="button"
              className={buttons.button}
              aria-label={m.plan_list_open({ code })}
              onClick={() => onOpenBooth(id)}
            >
              {code}
            </button>
          ))}
        </div>
      )}
      {desk.isChoosing ? (
        <p className={classes.said}>{m.plan_checking()}</p>
      ) : to ? (
        <ul className={classes.findings}>
          {choice?.findings.map((finding) => (
            <Said key={finding.code} isBad={!finding.isWarning}>
              {finding[language]}
            </Said>
          ))}
          {choice?.fits && choice.findings.length === 0 && (
            <li className={classes.good}>
              <Check size={16} aria-hidden />
              {m.plan_fits()}
            </li>
          )}
        </ul>
      ) : (
        fitting !== null && (
          <p className={classes.said}>
            {fitting === 0
              ? m.plan_fitting_none()
              : m.plan_fitting({ count: formatCount(fitting, language) })}
          </p>
        )
      )}
      <div className={classes.actions}>
        {!moving && (
          <Choice
            label={m.plan_share()}
            value={desk.share}
            options={SHARES.map((value) => ({ value, name: shareWords[value]() }))}
            onChoose={desk.chooseShare}
          />
        )}
        {!moving && <FirmnessChoice firmness={desk.firmness} onChoose={desk.chooseFirmness} />}
        {to ? (
          <>
            <button
              type="button"
              className={buttons.main}
              disabled={desk.isBusy || choice?.fits === false}
              onClick={() => void desk.place(to.id)}
            >
              {desk.isBusy
                ? m.plan_sending()
                : from
                  ? m.plan_move({ code: to.code })
                  : giveWords[desk.firmness.state]({ code: to.code })}
            </button>
            {others && moving && choice?.fits === false && (
              <button
                type="button"
                className={buttons.button}
                disabled={desk.isBusy}
                onClick={() => void desk.swap(moving, others.allocationId)}
              >
                <ArrowLeftRight size={18} aria-hidden />
                {m.plan_swap({ name: others.name })}
              </button>
            )}
          </>
        ) : (
          <button
            type="button"
            className={`${buttons.button} ${classes.onlyPhone}`}
            onClick={onShowPlan}
          >
            {m.plan_on_plan()}
          </button>
        )}
      </div>
    </section>
  );
}

const giveWords = { confirmed: m.plan_give, held: m.firm_hold, offered: m.firm_offer };

function Said({ isBad, children }: { isBad: boolean; children: ReactNode }) {
  const Icon = isBad ? CircleAlert : Info;
  return (
    <li className={isBad ? classes.bad : classes.warning}>
      <Icon size={16} aria-hidden />
      <span>{children}</span>
    </li>
  );
}
