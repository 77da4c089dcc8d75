import { useEffect, useState } from 'react';
import {
  ChartNoAxesColumn,
  Coins,
  DoorClosed,
  Files,
  LifeBuoy,
  Pencil,
  QrIcon,
  ReceiptText,
  RefreshCw,
  ShoppingBasket,
} from './ui/icons';
import { useLanguage } from '../i18n/language';
import { formatClock } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { LanguageChoice } from '../ui/language-choice';
import { SchemeChoice } from '../ui/scheme-choice';
import { useSellingTill } from './core/till-context';
import { openView } from './core/view';
import type { View } from './core/view';
import { RefusalNote } from './outbox/refusal-note';
import { StorageNote, Warnings, WhoSees } from './enrol/what-is-kept';
import type { CatalogueNews } from './enrol/refresh-catalogue';
import { DeclareSheet } from './declare/declare-sheet';
import { ParkedSheet } from './screens';
import { RescueSheet } from './outbox/rescue-sheet';
import { CashMoveSheet } from './shift/cash-move-sheet';
import { ReportSheet } from './shift/report-sheet';
import { ShiftsSheet } from './shift/shifts-sheet';
import { followDeclaration, pendingDeclaration } from './declare/pending-declaration';
import classes from './till-app.module.css';
import { Note } from './ui/parts';
import { Sheet } from './ui/sheet';
import ui from './ui/ui.module.css';

const newsOf: Record<CatalogueNews, () => string> = {
  fresh: m.till_goods_fresh,
  offline: m.till_goods_offline,
  refused: m.till_goods_refused,
};

/** What is done less often than selling, and what this phone knows of itself. */
export function MenuSheet({ isUnlocked, onClose }: { isUnlocked: boolean; onClose: () => void }) {
  const { till, state, catalogue } = useSellingTill();
  const { language } = useLanguage();
  const [open, setOpen] = useState<
    'figures' | 'shifts' | 'parked' | 'cash' | 'rescue' | 'declare' | null
  >(null);
  const [isDeclarationWaiting, setDeclarationWaiting] = useState(false);
  useEffect(
    () =>
      followDeclaration(() => {
        void pendingDeclaration().then((waiting) => setDeclarationWaiting(waiting !== null));
      }),
    [],
  );
  const [news, setNews] = useState<CatalogueNews | 'asking' | null>(null);
  const { fair } = catalogue;
  const clock = (instant: string) => formatClock(instant, fair.timeZone, language);
  if (open === 'cash') return <CashMoveSheet onClose={onClose} />;
  if (open === 'rescue') return <RescueSheet onClose={onClose} />;
  if (open === 'declare') {
    return <DeclareSheet onClose={onClose} />;
  }
  if (open === 'figures') {
    const ofShift = state.documents.filter(({ shiftId }) => shiftId === state.shift?.id);
    return <ReportSheet ofShift={ofShift} onClose={onClose} />;
  }
  if (open === 'parked') return <ParkedSheet onClose={onClose} />;
  if (open === 'shifts') return <ShiftsSheet onClose={onClose} />;
  const goTo = (view: View) => {
    onClose();
    openView(view);
  };
  const fetchGoods = async () => {
    setNews('asking');
    setNews(await till.refreshGoods());
  };
  const isInShift = isUnlocked && state.shift !== null;
  return (
    <Sheet title={m.till_menu()} onClose={onClose}>
      <div className={ui.stack}>
        <div className={classes.about}>
          <strong>{catalogue.exhibitorName}</strong>
          <span>{m.till_slip_booth({ booth: catalogue.boothCode })}</span>
          <span>{language === 'vi' ? fair.nameVi : fair.nameEn}</span>
          {isUnlocked && state.signedIn && (
            <span>{m.till_selling_now({ name: state.signedIn.name })}</span>
          )}
        </div>
        {isUnlocked && (
          <div className={classes.menu}>
            <button type="button" className={ui.button} onClick={() => goTo('sales')}>
              <ReceiptText size={20} aria-hidden />
              {m.till_sales_title()}
            </button>
            {isInShift && (
              <>
                <button type="button" className={ui.button} onClick={() => setOpen('figures')}>
                  <ChartNoAxesColumn size={20} aria-hidden />
                  {m.till_x_title()}
                </button>
                <button type="button" className={ui.button} onClick={() => setOpen('cash')}>
                  <Coins size={20} aria-hidden />
                  {m.till_move_title()}
                </button>
                <button type="button" className={ui.button} onClick={() => goTo('close')}>
                  <DoorClosed size={20} aria-hidden />
                  {m.till_close_title()}
                </button>
              </>
            )}
            {state.parked.length > 0 && (
              <button type="button" className={ui.button} onClick={() => setOpen('parked')}>
                <ShoppingBasket size={20} aria-hidden />
                {m.till_parked_count({ count: state.parked.length })}
              </button>
            )}
            <button type="button" className={ui.button} onClick={() => setOpen('shifts')}>
              <Files size={20} aria-hidden />
              {m.till_shifts_title()}
            </button>
            <button type="button" className={ui.button} onClick={() => setOpen('declare')}>
              <Pencil size={20} aria-hidden />
              {isDeclarationWaiting ? m.till_declare_waits() : m.till_declare_title()}
            </button>
            <button
              type="button"
              className={ui.button}
              disabled={news === 'asking'}
              onClick={() => void fetchGoods()}
            >
              <RefreshCw size={20} aria-hidden />
              {m.till_fetch_goods()}
            </button>
            <button type="button" className={ui.button} onClick={() => goTo('enrol')}>
              <QrIcon size={20} aria-hidden />
              {m.till_enrol_again()}
            </button>
            <button type="button" className={ui.button} onClick={() => setOpen('rescue')}>
              <LifeBuoy size={20} aria-hidden />
              {m.till_rescue_title()}
            </button>
          </div>
        )}
        <div aria-live="polite">
          {news !== null && news !== 'asking' && (
            <Note tone={news === 'fresh' ? 'good' : 'warn'}>{newsOf[news]()}</Note>
          )}
        </div>
        <RefusalNote />
        {catalogue.isClockMoved && <Note tone="info">{m.clock_moved_meaning()}</Note>}
        <Warnings />
        <div className={classes.about}>
          <span>
            {state.lastDeliveredAt
              ? m.till_last_delivered({ time: clock(state.lastDeliveredAt) })
              : m.till_never_delivered()}
          </span>
          <span>{m.till_goods_as_of({ time: clock(catalogue.fetchedAt) })}</span>
        </div>
        <WhoSees />
        <StorageNote />
        <div className={classes.switches}>
          <LanguageChoice />
          <SchemeChoice />
        </div>
      </div>
    </Sheet>
  );
}
