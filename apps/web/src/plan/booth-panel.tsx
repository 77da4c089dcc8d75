import type { PointerEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import {
  ArrowRightLeft,
  CircleAlert,
  CornerUpLeft,
  GripVertical,
  UserRoundPlus,
  X,
} from 'lucide-react';
import type { Booth } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatCount, tagOf } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './booth-panel.module.css';
import { History } from './history';
import { stepsQuery, workQuery } from './plan-requests';
import { SHARES, shareOf } from './plan.rules';
import { shareText, shareWords } from './plan-words';
import { placeText } from './use-plan-desk';
import type { Desk, Moving } from './use-plan-desk';

interface BoothPanelProps {
  desk: Desk;
  booth: Booth;
  onGive: () => void;
  onMove: (moving: Moving) => void;
  onClose: () => void;
  onDragHolder: (moving: Moving, name: string, event: PointerEvent<HTMLElement>) => void;
}

/** One booth: who stands in it and with how much, what can be done, and what was done. */
export function BoothPanel(props: BoothPanelProps) {
  const { desk, booth, onGive, onMove, onClose, onDragHolder } = props;
  const { language } = useLanguage();
  const zone = desk.zones.find(({ id }) => id === booth.zoneId);
  const work = useQuery(workQuery(desk.fairId, booth.id));
  const history = useQuery(stepsQuery(desk.fairId, booth.id));
  const metres = (cm: number) =>
    new Intl.NumberFormat(tagOf(language), { maximumFractionDigits: 1 }).format(cm / 100);
  return (
    <section className={classes.panel} aria-label={m.plan_booth({ code: booth.code })}>
      <header className={classes.head}>
        <div>
          <h2 className={classes.title}>{m.plan_booth({ code: booth.code })}</h2>
          <p className={classes.facts}>
            {m.plan_booth_facts({
              zone: (language === 'vi' ? zone?.nameVi : zone?.nameEn) ?? '',
              width: metres(booth.widthCm),
              depth: metres(booth.depthCm),
            })}
          </p>
        </div>
        <button
          type="button"
          className={buttons.quiet}
          onClick={onClose}
          aria-label={m.plan_close()}
        >
          <X size={20} aria-hidden />
        </button>
      </header>
      {booth.holders.length === 0 ? (
        <p className={classes.empty}>{m.plan_booth_free_all()}</p>
      ) : (
        <ul className={classes.holders}>
          {booth.holders.map((holder) => {
            const exhibitor = desk.exhibitorOf.get(holder.exhibitorId);
            const moving = {
              allocationId: holder.allocationId,
              exhibitorId: holder.exhibitorId,
              boothId: booth.id,
            };
            const others = exhibitor?.boothCodes.filter((code) => code !== booth.code) ?? [];
            const share = shareOf(holder.sixths);
            return (
              <li key={holder.allocationId} className={classes.holder}>
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
                          language === 'vi'
                            ? exhibitor.delegationNameVi
                            : exhibitor.delegationNameEn,
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
                    aria-label={m.plan_move_it_of({ name: holder.name, code: booth.code })}
                    onClick={() => onMove(moving)}
                  >
                    <ArrowRightLeft size={18} aria-hidden />
                    {m.plan_move_it()}
                  </button>
                  <button
                    type="button"
                    className={buttons.button}
                    disabled={desk.isBusy}
                    aria-label={m.plan_free_it_of({ name: holder.name, code: booth.code })}
                    onClick={() => desk.free(holder.allocationId)}
                  >
                    <CornerUpLeft size={18} aria-hidden />
                    {m.plan_free_it()}
                  </button>
                </div>
              </li>
            );
          })}
        </ul>
      )}
      {work.data && (work.data.openShifts.length > 0 || work.data.salesToday > 0) && (
        <ul className={classes.work}>
          {work.data.openShifts.map((shift) => (
            <li key={shift.registerId}>
              <CircleAlert size={16} aria-hidden />
              <span>
                {m.plan_at_work_shift({
                  register: shift.registerName,
                  exhibitor: desk.exhibitorOf.get(shift.exhibitorId)?.name ?? shift.cashier,
                })}
              </span>
            </li>
          ))}
          {work.data.salesToday > 0 && (
            <li>
              <CircleAlert size={16} aria-hidden />
              <span>
                {m.plan_at_work_sales({ count: formatCount(work.data.salesToday, language) })}
              </span>
            </li>
          )}
        </ul>
      )}
      {booth.freeSixths > 0 && (
        <div className={classes.give}>
          {booth.holders.length > 0 && (
            <p className={classes.facts}>
              {m.plan_booth_free_sixths({ sixths: booth.freeSixths })}
            </p>
          )}
          <button type="button" className={buttons.main} onClick={onGive}>
            <UserRoundPlus size={18} aria-hidden />
            {m.plan_give_this()}
          </button>
        </div>
      )}
      <h3 className={classes.subtitle}>{m.plan_booth_history()}</h3>
      <History desk={desk} steps={history.data?.steps ?? []} />
    </section>
  );
}
