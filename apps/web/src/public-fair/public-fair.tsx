import { foldText } from '@phien/kernel';
import { useEffect, useMemo, useState } from 'react';
import { ChartColumn, Info, List, Map as MapIcon, WifiOff } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatHourMinute } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { LanguageChoice } from '../ui/language-choice';
import { useLatePart } from '../ui/late-part';
import { DemoMark } from '../ui/marks';
import { BoothCard } from './booth-card';
import { BoothTwin } from './booth-twin';
import { DaysAndVenue } from './days-and-venue';
import { FilterRow } from './filter-row';
import { everything, isNarrowed, isWanted, optionsOf, passes } from './filter.rules';
import { fairToday, standingOn } from './hours.rules';
import type { ReadPlan } from './kept-plan';
import { PlanMap } from './plan-map';
import classes from './public-fair.module.css';
import { standsOf } from './public-plan';
import type { Stand } from './public-plan';
import { find, findable, suggestion, vocabularyOf } from './search.rules';
import { SearchBox } from './search-box';
import { useFavourites } from './use-favourites';
import { PARTS, usePlace } from './use-place';
import type { Part } from './use-place';
import { usePublicPlan } from './use-public-plan';
import { standingWords } from './words';

/** `/f/code`: the plan of a fair and what it publishes of itself, for anyone. */
export function PublicFair() {
  const { language } = useLanguage();
  const { place } = usePlace();
  const { read, problem, retry } = usePublicPlan(place.fairCode);
  const name = read && (language === 'vi' ? read.plan.nameVi : read.plan.nameEn);
  useEffect(() => {
    const where =
      place.boothCode === null ? '' : `${m.fair_in_booth({ code: place.boothCode })} · `;
    document.title = `${where}${name ?? 'Phiên'}`;
  });
  if (read) return <Fair read={read} isOffline={problem !== null} />;
  const isMissing = problem?.status === 404;
  return (
    <main className={classes.plain}>
      <LanguageChoice />
      {problem ? (
        <section className={classes.notice} role="alert">
          <h1>{isMissing ? m.fair_missing_title() : m.error_title()}</h1>
          <p>
            {isMissing
              ? m.fair_missing_text()
              : (problem.sentence(language) ?? m.fair_unreachable())}
          </p>
          {!isMissing && (
            <button type="button" className={classes.button} onClick={retry}>
              {m.retry()}
            </button>
          )}
        </section>
      ) : (
        <p role="status">{m.loading()}</p>
      )}
    </main>
  );
}

const A_MINUTE_MS = 60_000;

/** This minute, by the clock of the device. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), A_MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/* A code that somebody typed into an address, in whatever letters. */
const standAt = (stands: readonly Stand[], boothCode: string) =>
  stands.find(({ code }) => code === boothCode) ??
  stands.find(({ code }) => foldText(code) === foldText(boothCode));

const parts: Record<Part, readonly [() => string, typeof MapIcon]> = {
  plan: [m.fair_part_plan, MapIcon],
  list: [m.fair_part_list, List],
  info: [m.fair_part_info, Info],
  figures: [m.fair_part_figures, ChartColumn],
};

const loadFigures = () => import('../public-figures/figures-part');

function Fair({ read: { plan, readAt }, isOffline }: { read: ReadPlan; isOffline: boolean }) {
  const { language } = useLanguage();
  const { place, show, open, close } = usePlace();
  const { part, boothCode } = place;
  const favourites = useFavourites(plan.code);
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState(everything);
  const [timesAsked, setTimesAsked] = useState(0);
  const figures = useLatePart(loadFigures, part === 'figures' ? 0 : null);

  const stands = useMemo(() => standsOf(plan), [plan]);
  const all = useMemo(() => stands.map(findable), [stands]);
  const vocabulary = useMemo(() => vocabularyOf(all), [all]);
  const options = useMemo(() => optionsOf(plan, stands, language), [plan, stands, language]);
  const matches = useMemo(() => find(all, typed), [all, typed]);
  const isAsking = typed.trim() !== '';
  const passing = useMemo(
    () => new Set(stands.filter((each) => passes(each, filter, favourites.codes))),
    [stands, filter, favourites.codes],
  );
  const hits = useMemo(() => matches.filter(({ stand }) => passing.has(stand)), [matches, passing]);
  const listed = useMemo(
    () => (isAsking ? hits.map(({ stand }) => stand) : [...passing]),
    [isAsking, hits, passing],
  );
  /* What of each booth it was found by. */
  const foundIn = useMemo(
    () => new Map(hits.map(({ stand, found }) => [stand.code, found?.text])),
    [hits],
  );
  const isLooking = isAsking || isNarrowed(filter);
  const found = useMemo(
    () => (isLooking ? new Set(listed.map(({ code }) => code)) : null),
    [isLooking, listed],
  );
  const meant = useMemo(
    () => (isAsking && matches.length === 0 ? suggestion(all, vocabulary, typed) : null),
    [all, vocabulary, typed, isAsking, matches],
  );

  const today = fairToday(plan, readAt, useNow());
  const isVi = language === 'vi';
  const chosen = boothCode === null ? undefined : standAt(stands, boothCode);
  const count = (of: number) => formatCount(of, language);
  return (
    <div className={classes.page}>
      <button type="button" className={classes.skip} onClick={() => show('list')}>
        {m.fair_skip_to_list()}
      </button>
      <header className={classes.head}>
        <div className={classes.names}>
          <h1 dir="auto" title={isVi ? plan.nameVi : plan.nameEn}>
            {isVi ? plan.nameVi : plan.nameEn}
          </h1>
          <p>
            {standingWords(standingOn(plan.days, today), language)} {plan.isDemo && <DemoMark />}
          </p>
        </div>
        <LanguageChoice />
        <p role="status" className={classes.offline}>
          {isOffline && (
            <>
              <WifiOff size={16} aria-hidden />
              {m.fair_offline({
                time: formatHourMinute(readAt.toISOString(), plan.timeZone, language),
              })}
            </>
          )}
        </p>
      </header>
      {(part === 'plan' || part === 'list') && (
        <div className={classes.looking}>
          <SearchBox
            typed={typed}
            onType={setTyped}
            hits={hits}
            meant={meant}
            isHidden={matches.length > 0}
            proposes={part === 'plan'}
            onOpen={open}
          />
          <FilterRow
            options={options}
            filter={filter}
            onFilter={setFilter}
            said={
              isLooking
                ? m.fair_found_of({ count: count(listed.length), all: count(stands.length) })
                : m.fair_found_count({ count: count(stands.length) })
            }
          />
        </div>
      )}
      <main className={classes.main}>
        {part === 'plan' && stands.length > 0 && (
          <PlanMap
            plan={plan}
            stands={stands}
            chosen={chosen}
            found={found}
            favourites={favourites.codes}
            timesAsked={timesAsked}
            onOpen={open}
          />
        )}
        {part !== 'plan' && (
          <div className={classes.scroll}>
            {part === 'list' && (
              <BoothTwin
                plan={plan}
                stands={listed}
                isSought={(product, { code }) =>
                  isWanted(product, filter) || foundIn.get(code) === product.name
                }
                favourites={favourites.codes}
                onOpen={open}
              />
            )}
            {part === 'info' && <DaysAndVenue plan={plan} today={today} />}
            {part === 'figures' && figures && <figures.FiguresPart fairCode={plan.code} />}
          </div>
        )}
        {part === 'plan' && stands.length === 0 && (
          <p className={classes.note}>{m.fair_no_plan()}</p>
        )}
        {chosen && (
          <BoothCard
            plan={plan}
            stand={chosen}
            today={today}
            isFavourite={favourites.codes.has(chosen.code)}
            onFavourite={() => favourites.toggle(chosen.code)}
            onWay={() => {
              open(chosen.code, 'plan');
              setTimesAsked((times) => times + 1);
            }}
            onClose={close}
          />
        )}
        {boothCode !== null && !chosen && (
          <p role="alert" className={classes.note}>
            {m.fair_card_missing({ code: boothCode })}
          </p>
        )}
      </main>
      <nav className={classes.parts} aria-label={m.fair_parts()}>
        {PARTS.map((each) => {
          const [said, Icon] = parts[each];
          return (
            <button
              key={each}
              type="button"
              aria-current={each === part ? 'page' : undefined}
              onClick={() => show(each)}
            >
              <Icon size={20} aria-hidden />
              {said()}
            </button>
          );
        })}
      </nav>
    </div>
  );
}
