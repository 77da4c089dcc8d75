import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import {
  Coins,
  Dices,
  History as HistoryIcon,
  Keyboard,
  PencilRuler,
  Printer,
  Sparkles,
  Undo2,
} from 'lucide-react';
import type { Booth, Fair } from '../api/client';
import { queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import { AsOfChip } from '../ui/as-of-chip';
import buttons from '../ui/buttons.module.css';
import { Choice } from '../ui/choice';
import { FairProblem } from '../ui/fair-screen';
import { DemoMark } from '../ui/marks';
import { Empty, Skeleton, StaleBar } from '../ui/states';
import { BoothList } from './booth-list';
import { BoothPanel } from './booth-panel';
import { ExhibitorList } from './exhibitor-list';
import { FairHistory } from './fair-history';
import { KeysHelp } from './keys-help';
import classes from './plan-desk.module.css';
import { PlanPicture } from './plan-picture';
import type { PictureHandle } from './plan-picture';
import type { Exhibitor } from './plan-requests';
import { SHARES, isGiven, isShown } from './plan.rules';
import { PrintedPlan } from './printed-plan';
import { ProposalBar } from './proposal-bar';
import { TakeOutSheet } from './take-out-sheet';
import { useDrag } from './use-drag';
import { usePlanDesk } from './use-plan-desk';
import { useWishes } from './use-wishes';
import type { Desk, Moving } from './use-plan-desk';

const route = getRouteApi('/plan');
const shapes = [44, 320, 240];
const wideEnough = '(min-width: 1000px)';

export type PlanView = 'plan' | 'list' | 'exhibitors';

interface PlanDeskProps {
  fair: Fair;
  /** Every fair that this account organizes. */
  fairs: Fair[];
  login: string;
}

type Carried = { exhibitorId: string } | { moving: Moving };

/** The plan with everything that an organizer does to it. */
export function PlanDesk({ fair, fairs, login }: PlanDeskProps) {
  const { language } = useLanguage();
  const desk = usePlanDesk(fair.id);
  const failed = desk.queries.find((query) => query.isError && !query.data);
  const isLoading = desk.queries.some((query) => query.isPending);
  const name = language === 'vi' ? fair.nameVi : fair.nameEn;
  return (
    <AppShell
      name={name}
      fairCode={fair.code}
      marks={fair.isDemo && <DemoMark />}
      chip={<AsOfChip state={desk.live} asOf={null} timeZone={null} />}
      bars={
        (desk.live === 'offline' || desk.live === 'stale') && (
          <StaleBar state="offline" since={null} />
        )
      }
    >
      {failed?.error ? (
        <FairProblem
          problem={failed.error}
          login={login}
          onRetry={() => void queryClient.invalidateQueries({ queryKey: ['plan', fair.id] })}
        />
      ) : isLoading ? (
        <Skeleton shapes={shapes} />
      ) : desk.booths.length === 0 ? (
        <Empty
          title={m.plan_empty_title()}
          text={m.plan_empty_text()}
          action={
            <Link to="/plan/edit" search={{ fair: fair.code }} className={buttons.main}>
              {m.plan_draw()}
            </Link>
          }
        />
      ) : (
        <Work desk={desk} fair={fair} fairs={fairs} name={name} />
      )}
    </AppShell>
  );
}

function Work({
  desk,
  fair,
  fairs,
  name,
}: {
  desk: Desk;
  fair: Fair;
  fairs: Fair[];
  name: string;
}) {
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { view = 'plan' } = route.useSearch();
  const [hasHelp, setHelp] = useState(false);
  const [hasHistory, setHistory] = useState(false);
  const [isTakingOut, setTakingOut] = useState(false);
  const picture = useRef<PictureHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const { booth } = desk;
  const wishes = useWishes(fair.id);

  const look = (next: PlanView) =>
    void navigate({
      to: '/plan',
      search: { fair: fair.code, view: next === 'plan' ? undefined : next },
      replace: true,
    });
  /* On a phone the list of exhibitors is a page of its own; on a desk it always stands there. */
  const toSearch = () => {
    if (!window.matchMedia(wideEnough).matches) look('exhibitors');
    search.current?.focus();
    if (document.activeElement !== search.current) {
      requestAnimationFrame(() => search.current?.focus());
    }
  };
  const toPlan = () => {
    if (view === 'exhibitors') look('plan');
    picture.current?.focus();
  };
  const placeChosen = () => {
    if (!desk.exhibitor) return;
    if (booth) void desk.place(booth.id).then(toPlan);
    else toPlan();
  };
  const open = (at: Booth) => {
    if (desk.exhibitor && at.id !== desk.moving?.boothId) void desk.place(at.id);
    else toSearch();
  };

  const { carried, ghost, begin } = useDrag<Carried>({
    onStart: (what) => {
      if ('moving' in what) desk.startMove(what.moving);
      else desk.chooseExhibitor(what.exhibitorId);
    },
    onOver: (boothId) => picture.current?.aim(boothId),
    onDrop: (what, boothId) => {
      desk.chooseBooth(boothId);
      void desk.place(boothId, what);
    },
    onEnd: () => picture.current?.aim(null),
  });
  const carry = (exhibitor: Exhibitor, event: React.PointerEvent<HTMLElement>) =>
    begin({ exhibitorId: exhibitor.id }, exhibitor.name, event);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isTyping =
      event.target instanceof HTMLElement &&
      event.target.matches('input:not([type="radio"]), select, textarea');
    if (hasHelp) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey) {
      if (isTyping && search.current?.value) return;
      event.preventDefault();
      desk.undoLast();
      return;
    }
    if (event.key === 'Escape') {
      if (desk.exhibitor) desk.putDown();
      else desk.chooseBooth(null);
      return;
    }
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const here = booth ? [...booth.holders, ...booth.reserved] : [];
    const [only] = here.length === 1 ? here : [];
    const act = {
      '/': toSearch,
      '?': () => setHelp(true),
      '+': () => picture.current?.zoom(1.5),
      '=': () => picture.current?.zoom(1.5),
      '-': () => picture.current?.zoom(1 / 1.5),
      '1': () => desk.chooseShare(SHARES[0] ?? null),
      '2': () => desk.chooseShare(SHARES[1] ?? null),
      '3': () => desk.chooseShare(SHARES[2] ?? null),
      c: () => booth && only && desk.startMove({ ...only, boothId: booth.id }),
      Delete: () => only && desk.free(only.allocationId),
    }[event.key];
    if (event.shiftKey && event.code === 'Digit1') {
      event.preventDefault();
      picture.current?.fit();
    } else if (act) {
      event.preventDefault();
      act();
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  const given = desk.booths.filter(isGiven).length;
  const count = (state: 'held' | 'offered') =>
    formatCount(desk.booths.filter((each) => isShown(each, state)).length, language);
  const hasReserved = desk.booths.some(({ reserved }) => reserved.length > 0);
  const waiting = desk.exhibitors.filter(({ boothCodes }) => boothCodes.length === 0).length;
  const side = hasHistory ? 'history' : booth ? 'booth' : 'history';

  return (
    <div className={classes.desk} data-view={view} data-fills>
      <div className={classes.top}>
        <h1 className={classes.title}>{m.plan_title()}</h1>
        <p className={classes.counts}>
          <strong data-testid="count-booths" data-value={given}>
            {m.plan_count_booths({
              given: formatCount(given, language),
              total: formatCount(desk.booths.length, language),
            })}
          </strong>
          {hasReserved && (
            <span data-testid="count-reserved">
              {m.firm_count({ held: count('held'), offered: count('offered') })}
            </span>
          )}
          <span data-testid="count-waiting" data-value={waiting}>
            {waiting === 0
              ? m.plan_count_all_placed()
              : m.plan_count_waiting({ count: formatCount(waiting, language) })}
          </span>
        </p>
        {fairs.length > 1 && (
          <select
            className={classes.fair}
            aria-label={m.plan_fair()}
            value={fair.code}
            onChange={(event) =>
              void navigate({ to: '/plan', search: { fair: event.target.value } })
            }
          >
            {fairs.map((each) => (
              <option key={each.id} value={each.code}>
                {language === 'vi' ? each.nameVi : each.nameEn}
              </option>
            ))}
          </select>
        )}
        <div className={classes.views}>
          <Choice
            label={m.plan_views()}
            value={view}
            options={[
              { value: 'plan', name: m.plan_view_plan() },
              { value: 'list', name: m.plan_view_list() },
              {
                value: 'exhibitors',
                name: m.plan_view_exhibitors(),
              },
            ]}
            onChoose={look}
          />
        </div>
        <Link
          to="/plan/suggest"
          search={{ fair: fair.code }}
          className={`${buttons.button} ${classes.draw}`}
          title={m.suggest_title()}
        >
          <Sparkles size={18} aria-hidden />
          <span>{m.suggest_title()}</span>
        </Link>
        <Link
          to="/plan/edit"
          search={{ fair: fair.code }}
          className={`${buttons.button} ${classes.draw} ${classes.edit}`}
          title={m.plan_draw()}
        >
          <PencilRuler size={18} aria-hidden />
          <span>{m.plan_draw()}</span>
        </Link>
        <div className={classes.tools}>
          <button
            type="button"
            className={buttons.quiet}
            onClick={desk.undoLast}
            aria-label={m.plan_undo_last()}
            title={m.plan_undo_last()}
          >
            <Undo2 size={20} aria-hidden />
          </button>
          <button
            type="button"
            className={buttons.quiet}
            onClick={() => setHistory(!hasHistory)}
            aria-pressed={hasHistory}
            aria-label={m.plan_history()}
            title={m.plan_history()}
          >
            <HistoryIcon size={20} aria-hidden />
          </button>
          <Link
            to="/plan/draws"
            search={{ fair: fair.code }}
            className={buttons.quiet}
            aria-label={m.draws_title()}
            title={m.draws_title()}
          >
            <Dices size={20} aria-hidden />
          </Link>
          <Link
            to="/plan/fees"
            search={{ fair: fair.code }}
            className={buttons.quiet}
            aria-label={m.plan_fees()}
            title={m.plan_fees()}
          >
            <Coins size={20} aria-hidden />
          </Link>
          <button
            type="button"
            className={`${buttons.quiet} ${classes.onlyDesk}`}
            onClick={() => setTakingOut(true)}
            aria-label={m.take_out()}
            title={m.take_out()}
          >
            <Printer size={20} aria-hidden />
          </button>
          <button
            type="button"
            className={`${buttons.quiet} ${classes.onlyDesk}`}
            onClick={() => setHelp(true)}
            aria-label={m.plan_keys()}
            title={m.plan_keys()}
          >
            <Keyboard size={20} aria-hidden />
          </button>
        </div>
      </div>
      <div className={classes.left}>
        <ExhibitorList
          desk={desk}
          wishes={wishes}
          searchRef={search}
          onEnter={placeChosen}
          onEscape={() => {
            if (desk.exhibitor) desk.putDown();
            else toPlan();
          }}
          onDrag={carry}
        />
      </div>
      <div className={classes.middle}>
        {view === 'list' ? (
          <BoothList desk={desk} />
        ) : (
          <PlanPicture ref={picture} desk={desk} onOpen={open} />
        )}
      </div>
      <div className={classes.proposal}>
        <ProposalBar
          desk={desk}
          onShowPlan={() => look('plan')}
          onOpenBooth={(boothId) => {
            desk.putDown();
            desk.chooseBooth(boothId);
            if (view === 'exhibitors') look('plan');
          }}
        />
      </div>
      <aside className={classes.side} data-holds={side} data-open={booth !== null || hasHistory}>
        {side === 'booth' && booth ? (
          <BoothPanel
            desk={desk}
            booth={booth}
            onGive={toSearch}
            onMove={(moving) => {
              desk.startMove(moving);
              toPlan();
            }}
            onClose={() => desk.chooseBooth(null)}
            onDragHolder={(moving, holder, event) => begin({ moving }, holder, event)}
          />
        ) : (
          <FairHistory desk={desk} onClose={hasHistory ? () => setHistory(false) : undefined} />
        )}
      </aside>
      {carried && (
        <div ref={ghost} className={classes.ghost} aria-hidden>
          {carried.name}
        </div>
      )}
      {isTakingOut && <TakeOutSheet fairId={fair.id} onClose={() => setTakingOut(false)} />}
      {hasHelp && <KeysHelp onClose={() => setHelp(false)} />}
      {desk.fair && (
        <PrintedPlan
          name={name}
          fair={desk.fair}
          zones={desk.zones}
          features={desk.features}
          booths={desk.booths}
        />
      )}
    </div>
  );
}
