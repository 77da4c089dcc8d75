import { useId } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { rolesIn } from '../home/role-doors.rules';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import { FairProblem, FairScreen, HomeLink } from '../ui/fair-screen';
import type { Entered } from '../ui/fair-screen';
import { DemoMark } from '../ui/marks';
import { Empty, Skeleton } from '../ui/states';
import { AddFigure } from './add-figure';
import { comparisonQuery, pastFairsQuery } from './compare-requests';
import type { PastFair } from './compare-requests';
import classes from './compare-screen.module.css';
import { ComparisonCards } from './comparison-cards';
import { PastFairsCard } from './past-fairs-card';

const route = getRouteApi('/compare');
const shapes = [44, 260, 320];

/** `/compare`: our fair beside a past one or another of this house, every figure with its sources. */
export function CompareScreen() {
  const { fair: code } = route.useSearch();
  return (
    <FairScreen screen="compare" title={m.compare_title()} code={code} shapes={shapes}>
      {(entered) => <FairComparison key={entered.fair.id} {...entered} />}
    </FairScreen>
  );
}

/* The newest of which revenue was published: a base of which nothing is known compares nothing. */
const firstBase = (past: readonly PastFair[] | undefined) =>
  (past?.find(({ figures }) => figures.some(({ kind }) => kind === 'revenue_vnd')) ?? past?.[0])
    ?.code;

function FairComparison({ fair, fairs, caller }: Entered) {
  const search = route.useSearch();
  const { language } = useLanguage();
  const past = useQuery(pastFairsQuery(fair.id));
  const base = search.base ?? firstBase(past.data);
  const comparison = useQuery(comparisonQuery(fair.id, base));
  const name = language === 'vi' ? fair.nameVi : fair.nameEn;
  const failed = [past, comparison].find(({ isError, data }) => isError && !data);
  const frame = { name, fairCode: fair.code, marks: fair.isDemo && <DemoMark /> };
  if (failed?.error) {
    return (
      <AppShell {...frame}>
        <FairProblem
          login={caller.login}
          problem={failed.error}
          onRetry={() => void failed.refetch()}
        />
      </AppShell>
    );
  }
  if (!past.data) {
    return (
      <AppShell {...frame}>
        <Skeleton shapes={shapes} />
      </AppShell>
    );
  }
  const isOrganizer = rolesIn(caller, fair.id).includes('organizer');
  const others = fairs.filter(({ id }) => id !== fair.id);
  return (
    <AppShell {...frame}>
      <Controls fair={fair} fairs={fairs} others={others} past={past.data} base={base} />
      {base === undefined ? (
        <Empty
          title={m.compare_none_yet()}
          text={m.compare_none_yet_text()}
          action={<HomeLink />}
        />
      ) : comparison.data ? (
        <ComparisonCards
          comparison={comparison.data}
          past={past.data.find(({ code }) => code === base)}
          isOrganizer={isOrganizer}
        />
      ) : (
        <Skeleton shapes={shapes} />
      )}
      <PastFairsCard
        fairId={isOrganizer ? fair.id : null}
        past={past.data}
        comparison={comparison.data}
      />
      {isOrganizer && <AddFigure fairId={fair.id} past={past.data} />}
    </AppShell>
  );
}

interface ControlsProps extends Pick<Entered, 'fair' | 'fairs'> {
  others: Entered['fairs'];
  past: readonly PastFair[];
  base: string | undefined;
}

function Controls({ fair, fairs, others, past, base }: ControlsProps) {
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [fairField, baseField] = [useId(), useId()];
  const nameOf = (named: { nameVi: string; nameEn: string }) =>
    language === 'vi' ? named.nameVi : named.nameEn;
  return (
    <div className={classes.row}>
      <h1 className={classes.title}>{m.compare_title()}</h1>
      <div className={classes.controls}>
        {fairs.length > 1 && (
          <label className={classes.control} htmlFor={fairField}>
            <span>{m.compare_fair()}</span>
            <select
              id={fairField}
              className={classes.select}
              value={fair.code}
              onChange={(event) =>
                void navigate({ to: '/compare', search: { fair: event.currentTarget.value } })
              }
            >
              {fairs.map((each) => (
                <option key={each.id} value={each.code}>
                  {nameOf(each)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className={classes.control} htmlFor={baseField}>
          <span>{m.compare_base()}</span>
          <select
            id={baseField}
            className={classes.select}
            value={base}
            onChange={(event) =>
              void navigate({
                to: '/compare',
                search: { fair: fair.code, base: event.currentTarget.value },
              })
            }
          >
            <optgroup label={m.compare_past()}>
              {past.map((each) => (
                <option key={each.code} value={each.code}>
                  {nameOf(each)}
                </option>
              ))}
            </optgroup>
            {others.length > 0 && (
              <optgroup label={m.compare_house()}>
                {others.map((each) => (
                  <option key={each.id} value={each.id}>
                    {nameOf(each)}
                  </option>
                ))}
              </optgroup>
            )}
          </select>
        </label>
      </div>
    </div>
  );
}
