import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileSpreadsheet, LayoutGrid, Pencil, Plus, UserPlus } from 'lucide-react';
import { fairQuery } from '../api/queries';
import { formatCount } from '../i18n/numbers';
import { formatDay } from '../i18n/times';
import { useLanguage } from '../i18n/language';
import fields from '../my/field.module.css';
import { m } from '../paraglide/messages.js';
import { useWordLine } from '../live/use-word-line';
import { AppShell } from '../ui/app-shell';
import { AsOfChip } from '../ui/as-of-chip';
import buttons from '../ui/buttons.module.css';
import { FairProblem } from '../ui/fair-screen';
import type { Entered } from '../ui/fair-screen';
import { useLatePart } from '../ui/late-part';
import { DemoMark } from '../ui/marks';
import { ProblemLine } from '../ui/problem-line';
import { Empty, Skeleton, StaleBar } from '../ui/states';
import { ClusterSheet } from './cluster-sheet';
import {
  delegationsQuery,
  refreshDelegations,
  setLeadDeadline,
  sumsFile,
  sumsQuery,
} from './delegation-requests';
import type { Delegation, FairSums } from './delegation-requests';
import classes from './delegations.module.css';
import { isSaidIn } from './place-said.rules';
import { Figures, Heads, Notes } from './sums-figures';
import { boothsIn } from './booths-in.rules';

type Open = { what: 'form'; delegation: Delegation | null } | { what: 'cluster'; id: string };

const loadForm = () => import('../people/own-screens');

/** Every delegation of a fair with what it was promised, what it got and what is left. */
export function DelegationSums({ caller, fair, mayChange }: Entered & { mayChange: boolean }) {
  const { language } = useLanguage();
  const [open, setOpen] = useState<Open | null>(null);
  const form = useLatePart(loadForm, mayChange ? 0 : null);
  const sums = useQuery(sumsQuery(fair.id));
  const delegations = useQuery(delegationsQuery(fair.id));
  const whole = useQuery(fairQuery(fair.id));
  const live = useWordLine('plan', fair.id, () => void refreshDelegations(fair.id));
  const queries = [sums, delegations, whole];
  const failed = queries.find(({ isError, data }) => isError && !data);
  const known = new Map(delegations.data?.map((each) => [each.id, each]));
  const kept = open?.what === 'cluster' ? known.get(open.id) : undefined;
  const add = mayChange && (
    <button
      type="button"
      className={buttons.main}
      onClick={() => setOpen({ what: 'form', delegation: null })}
    >
      <Plus size={18} aria-hidden />
      {m.people_add_delegation()}
    </button>
  );
  return (
    <AppShell
      name={language === 'vi' ? fair.nameVi : fair.nameEn}
      fairCode={fair.code}
      marks={fair.isDemo && <DemoMark />}
      chip={
        <AsOfChip
          state={live}
          asOf={sums.data?.asOf ?? null}
          timeZone={whole.data?.timeZone ?? null}
        />
      }
      bars={(live === 'offline' || live === 'stale') && <StaleBar state="offline" since={null} />}
    >
      {failed?.error ? (
        <FairProblem
          problem={failed.error}
          login={caller.login}
          onRetry={() => void failed.refetch()}
        />
      ) : !sums.data || !delegations.data || !whole.data ? (
        <Skeleton shapes={[44, 96, 72, 72, 72]} />
      ) : (
        <div className={classes.page}>
          <div className={classes.head}>
            <h1>{m.door_delegations()}</h1>
            {delegations.data.length > 0 && (
              <div className={classes.tools}>
                {add}
                <a className={buttons.button} href={sumsFile(fair.id, 'xlsx', language)} download>
                  <FileSpreadsheet size={18} aria-hidden />
                  XLSX
                </a>
                <a className={buttons.button} href={sumsFile(fair.id, 'csv', language)} download>
                  CSV
                </a>
              </div>
            )}
          </div>
          {delegations.data.length === 0 ? (
            <Empty
              title={m.deleg_none()}
              text={mayChange ? m.deleg_none_text() : m.deleg_none_yet()}
              action={add || undefined}
            />
          ) : (
            <>
              <Whole total={sums.data.total} />
              {mayChange && (
                <LeadTime
                  key={sums.data.leadsUntil}
                  fairId={fair.id}
                  fairCode={fair.code}
                  leadsUntil={sums.data.leadsUntil}
                  lastDay={whole.data.lastDay}
                />
              )}
              <Heads />
              <ul className={classes.rows} data-testid="delegation-sums">
                {sums.data.rows.map((row) => {
                  const delegation = known.get(row.delegationId ?? '');
                  const name = (language === 'vi' ? row.nameVi : row.nameEn) ?? m.deleg_alone();
                  return (
                    <li key={row.delegationId ?? 'alone'} className={classes.row}>
                      <div className={classes.name}>
                        <strong>{name}</strong>
                        {delegation && <About delegation={delegation} name={name} />}
                      </div>
                      <Figures sums={row} />
                      {mayChange && delegation && (
                        <div className={classes.deeds}>
                          <button
                            type="button"
                            className={buttons.quiet}
                            aria-label={m.deleg_cluster_of({ name })}
                            title={m.deleg_cluster_of({ name })}
                            onClick={() => setOpen({ what: 'cluster', id: delegation.id })}
                          >
                            <LayoutGrid size={18} aria-hidden />
                          </button>
                          <button
                            type="button"
                            className={buttons.quiet}
                            aria-label={m.people_edit_of({ name })}
                            title={m.people_edit_of({ name })}
                            onClick={() => setOpen({ what: 'form', delegation })}
                          >
                            <Pencil size={18} aria-hidden />
                          </button>
                        </div>
                      )}
                      <Notes notes={row.notes} />
                    </li>
                  );
                })}
                <li className={`${classes.row} ${classes.sum}`} data-testid="delegation-total">
                  <div className={classes.name}>
                    <strong>{m.deleg_sum()}</strong>
                  </div>
                  <Figures sums={sums.data.total} />
                </li>
              </ul>
            </>
          )}
        </div>
      )}
      {open?.what === 'form' && form && (
        <form.DelegationForm
          fairId={fair.id}
          delegation={open.delegation}
          onClose={() => setOpen(null)}
        />
      )}
      {kept && delegations.data && (
        <ClusterSheet
          fairId={fair.id}
          delegation={kept}
          others={delegations.data.filter(({ id }) => id !== kept.id)}
          onClose={() => setOpen(null)}
        />
      )}
    </AppShell>
  );
}

function Whole({ total }: { total: FairSums }) {
  const { language } = useLanguage();
  return (
    <section className={classes.whole} aria-label={m.deleg_fair()}>
      <p>
        {m.deleg_fair_booths({
          booths: formatCount(total.fairBooths, language),
          given: boothsIn(total.givenSixths),
          free: boothsIn(total.fairFreeSixths),
        })}
      </p>
      <Notes notes={total.notes} />
    </section>
  );
}

function About({ delegation, name }: { delegation: Delegation; name: string }) {
  const { language } = useLanguage();
  const { contactPerson, contactPhone, contactMail, leadGivesBooths } = delegation;
  const place = language === 'vi' ? delegation.placeNameVi : delegation.placeNameEn;
  const called = contactPerson ?? contactPhone ?? contactMail;
  return (
    <>
      {place !== null && !isSaidIn(name, place) && <span className={classes.quiet}>{place}</span>}
      {called !== null && (
        <span className={classes.quiet}>
          {contactPerson}
          {contactPhone && (
            <>
              {contactPerson && ' · '}
              <a href={`tel:${contactPhone.replace(/[^+\d]/g, '')}`}>{contactPhone}</a>
            </>
          )}
          {contactMail && (
            <>
              {(contactPerson ?? contactPhone) && ' · '}
              <a href={`mailto:${contactMail}`}>{contactMail}</a>
            </>
          )}
        </span>
      )}
      {leadGivesBooths && <span className={classes.quiet}>{m.deleg_lead_gives()}</span>}
    </>
  );
}

interface LeadTimeProps {
  fairId: string;
  fairCode: string;
  leadsUntil: string | null;
  lastDay: string | null;
}

/** Until when leads change things by themselves, and where they are invited. */
function LeadTime({ fairId, fairCode, leadsUntil, lastDay }: LeadTimeProps) {
  const { language } = useLanguage();
  const [day, setDay] = useState(leadsUntil ?? '');
  const setting = useMutation({
    mutationFn: () => setLeadDeadline(fairId, day === '' ? null : day),
    onSuccess: () => refreshDelegations(fairId),
  });
  return (
    <form
      className={classes.leads}
      onSubmit={(event) => {
        event.preventDefault();
        setting.mutate();
      }}
    >
      <label className={fields.field}>
        <span className={fields.label}>{m.deleg_leads_until()}</span>
        <input
          className={fields.control}
          type="date"
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      </label>
      <button
        type="submit"
        className={buttons.button}
        disabled={setting.isPending || day === (leadsUntil ?? '')}
      >
        {m.people_save()}
      </button>
      <Link to="/people" search={{ fair: fairCode, tab: 'invitations' }} className={buttons.button}>
        <UserPlus size={18} aria-hidden />
        {m.deleg_invite()}
      </Link>
      <p className={classes.quiet}>
        {lastDay === null
          ? m.deleg_leads_until_hint()
          : m.deleg_leads_until_last({ day: formatDay(lastDay, language) })}
      </p>
      {setting.error && <ProblemLine problem={setting.error} />}
    </form>
  );
}
