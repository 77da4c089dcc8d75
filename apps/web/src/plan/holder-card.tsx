import type { PointerEvent } from 'react';
import { ArrowRightLeft, Check, CornerUpLeft, GripVertical, Mail } from 'lucide-react';
import type { Booth } from '../api/client';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './booth-panel.module.css';
import type { Reserved } from './plan-requests';
import { SHARES, TERMS, shareOf, usualTerm } from './plan.rules';
import { leftText, shareText, shareWords, termText, untilText } from './plan-words';
import { placeText } from './use-plan-desk';
import type { Desk, Moving } from './use-plan-desk';

type Holder = Booth['holders'][number] | Reserved;

interface HolderCardProps {
  desk: Desk;
  booth: Booth;
  holder: Holder;
  onMove: (moving: Moving) => void;
  onDragHolder: (moving: Moving, name: string, event: PointerEvent<HTMLElement>) => void;
}

const freeing = {
  confirmed: { word: m.plan_free_it, of: m.plan_free_it_of },
  held: { word: m.firm_let_go, of: m.firm_let_go_of },
  offered: { word: m.firm_withdraw, of: m.firm_withdraw_of },
};

/** Who has a share of a booth, how firmly, and what can be done about it. */
export function HolderCard({ desk, booth, holder, onMove, onDragHolder }: HolderCardProps) {
  const { language } = useLanguage();
  const exhibitor = desk.exhibitorOf.get(holder.exhibitorId);
  const moving = {
    allocationId: holder.allocationId,
    exhibitorId: holder.exhibitorId,
    boothId: booth.id,
  };
  const others = exhibitor?.boothCodes.filter((code) => code !== booth.code) ?? [];
  const share = shareOf(holder.sixths);
  const reserved = 'state' in holder ? holder : null;
  const free = freeing[reserved?.state ?? 'confirmed'];
  const of = { name: holder.name, code: booth.code };
  return (
    <li className={classes.holder} data-state={reserved?.state ?? 'confirmed'}>
      <div className={classes.who}>
        <span
          className={classes.grip}
          title={m.plan_drag({ name: holder.name })}
          onPointerDown={(event) => onDragHolder(moving, holder.name, event)}
          aria-hidden
        >
          <GripVertical size={16} />
        </span>
        <div>
          <strong>{holder.name}</strong>
          {exhibitor && (
            <p className={classes.facts}>
              {[
                placeText(exhibitor, language),
                language === 'vi' ? exhibitor.delegationNameVi : exhibitor.delegationNameEn,
                exhibitor.taxCode && m.plan_tax_code({ code: exhibitor.taxCode }),
                !exhibitor.paysVat && m.plan_no_vat(),
                others.length > 0 && m.plan_other_booths({ codes: others.join(', ') }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          )}
        </div>
      </div>
      {reserved && <Term desk={desk} reserved={reserved} code={booth.code} />}
      <div className={classes.actions}>
        <select
          className={classes.select}
          aria-label={m.plan_share_of({ name: holder.name })}
          value={share ?? ''}
          disabled={desk.isBusy}
          onChange={(event) => {
            const next = SHARES.find((each) => each === event.target.value);
            if (next) desk.changeShare(holder.allocationId, next);
          }}
        >
          {share === null && <option value="">{shareText(holder.sixths)}</option>}
          {SHARES.map((each) => (
            <option key={each} value={each}>
              {shareWords[each]()}
            </option>
          ))}
        </select>
        <button
          type="button"
          className={buttons.button}
          disabled={desk.isBusy}
          aria-label={m.plan_move_it_of(of)}
          onClick={() => onMove(moving)}
        >
          <ArrowRightLeft size={18} aria-hidden />
          {m.plan_move_it()}
        </button>
        <button
          type="button"
          className={buttons.button}
          disabled={desk.isBusy}
          aria-label={free.of(of)}
          onClick={() => desk.free(holder.allocationId)}
        >
          <CornerUpLeft size={18} aria-hidden />
          {free.word()}
        </button>
      </div>
    </li>
  );
}

/** Until when a share is held or offered, and what it can become. */
function Term({ desk, reserved, code }: { desk: Desk; reserved: Reserved; code: string }) {
  const { allocationId, name, state, heldUntil, minutesLeft } = reserved;
  const until = untilText(heldUntil, desk.told);
  return (
    <>
      <p className={classes.term}>
        {state === 'held' ? m.firm_held_until({ until }) : m.firm_offered_until({ until })}
        {' · '}
        {leftText(minutesLeft)}
      </p>
      <div className={classes.actions}>
        <button
          type="button"
          className={buttons.main}
          disabled={desk.isBusy}
          aria-label={m.firm_do_confirm_of({ name, code })}
          onClick={() => desk.changeState(allocationId, { state: 'confirmed' })}
        >
          <Check size={18} aria-hidden />
          {m.firm_do_confirm()}
        </button>
        {state === 'held' && (
          <button
            type="button"
            className={buttons.button}
            disabled={desk.isBusy}
            aria-label={m.firm_do_offer_of({ name, code })}
            onClick={() =>
              desk.changeState(allocationId, {
                state: 'offered',
                forMinutes: usualTerm('offered'),
              })
            }
          >
            <Mail size={18} aria-hidden />
            {m.firm_do_offer()}
          </button>
        )}
        <select
          className={classes.select}
          aria-label={m.firm_longer_of({ name })}
          value=""
          disabled={desk.isBusy}
          onChange={(event) => {
            const forMinutes = Number(event.target.value);
            if (forMinutes > 0) desk.changeState(allocationId, { state, forMinutes });
          }}
        >
          <option value="">{m.firm_longer()}</option>
          {TERMS.map((minutes) => (
            <option key={minutes} value={minutes}>
              {termText(minutes)}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
