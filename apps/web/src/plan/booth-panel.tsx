import type { PointerEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert, UserRoundPlus, X } from 'lucide-react';
import type { Booth } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatCount, tagOf } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './booth-panel.module.css';
import { History } from './history';
import { HolderCard } from './holder-card';
import { stepsQuery, workQuery } from './plan-requests';
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
  const isFree = booth.holders.length + booth.reserved.length === 0;
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
      {isFree ? (
        <p className={classes.empty}>{m.plan_booth_free_all()}</p>
      ) : (
        <ul className={classes.holders}>
          {[...booth.holders, ...booth.reserved].map((holder) => (
            <HolderCard
              key={holder.allocationId}
              desk={desk}
              booth={booth}
              holder={holder}
              onMove={onMove}
              onDragHolder={onDragHolder}
            />
          ))}
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
          {!isFree && (
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
