import { useMemo, useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { CircleAlert, Pencil, Plus } from 'lucide-react';
import type { Booth } from '../api/client';
import { fairQuery } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { kindWords } from '../people/kind-words';
import type { Exhibitor } from '../people/people.requests';
import { carryOut } from '../plan/plan-requests';
import { shareText } from '../plan/plan-words';
import { useWordLine } from '../live/use-word-line';
import { AppShell } from '../ui/app-shell';
import { AsOfChip } from '../ui/as-of-chip';
import buttons from '../ui/buttons.module.css';
import { FairPlan } from '../ui/fair-plan/fair-plan';
import type { BoothFace } from '../ui/fair-plan/fair-plan';
import { FairProblem } from '../ui/fair-screen';
import type { Entered } from '../ui/fair-screen';
import { useLatePart } from '../ui/late-part';
import { DemoMark } from '../ui/marks';
import { ProblemLine } from '../ui/problem-line';
import { Empty, Skeleton, StaleBar } from '../ui/states';
import { useToast } from '../ui/toast';
import { boothsIn } from './booths-in.rules';
import { outlinesOf } from './cluster-outline.rules';
import { ownDelegationQuery, refreshDelegations } from './delegation-requests';
import type { OwnBooth, OwnDelegation as Own } from './delegation-requests';
import classes from './delegations.module.css';
import { GiveSheet } from './give-sheet';
import { isSaidIn } from './place-said.rules';
import { Figures, Notes } from './sums-figures';

const loadForm = () => import('../people/own-screens');

/** What whoever leads a delegation sees of a fair: its own, and nothing of any other. */
export function OwnDelegation({ caller, fair }: Entered) {
  const { language } = useLanguage();
  const own = useQuery(ownDelegationQuery(fair.id));
  const whole = useQuery(fairQuery(fair.id));
  const live = useWordLine('plan', fair.id, () => void refreshDelegations(fair.id));
  const failed = [own, whole].find(({ isError, data }) => isError && !data);
  return (
    <AppShell
      name={language === 'vi' ? fair.nameVi : fair.nameEn}
      fairCode={fair.code}
      marks={fair.isDemo && <DemoMark />}
      chip={
        <AsOfChip
          state={live}
          asOf={own.data?.asOf ?? null}
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
      ) : own.data ? (
        <Work fairId={fair.id} own={own.data} />
      ) : (
        <Skeleton shapes={[44, 96, 240, 72, 72]} />
      )}
    </AppShell>
  );
}

function Work({ fairId, own }: { fairId: string; own: Own }) {
  const { language } = useLanguage();
  const [giving, setGiving] = useState<OwnBooth | null>(null);
  const [editing, setEditing] = useState<{ exhibitor: Exhibitor | null } | null>(null);
  const form = useLatePart(loadForm, 0);
  const { delegation, sums, booths, exhibitors, isOpen, lastDay } = own;
  const name = language === 'vi' ? delegation.nameVi : delegation.nameEn;
  const place = language === 'vi' ? delegation.placeNameVi : delegation.placeNameEn;
  const mayGive = isOpen && delegation.leadGivesBooths && exhibitors.length > 0;
  const add = isOpen && (
    <button type="button" className={buttons.main} onClick={() => setEditing({ exhibitor: null })}>
      <Plus size={18} aria-hidden />
      {m.people_add_exhibitor()}
    </button>
  );
  return (
    <div className={classes.page}>
      <div>
        <h1>{name}</h1>
        {place !== null && !isSaidIn(name, place) && <p className={classes.quiet}>{place}</p>}
      </div>
      {isOpen ? (
        <p className={classes.quiet}>
          {lastDay === null
            ? m.deleg_own_open_always()
            : m.deleg_own_open({ day: formatDay(lastDay, language) })}
        </p>
      ) : (
        <p className={classes.closed}>
          <CircleAlert size={16} aria-hidden />
          <span>{m.deleg_own_closed()}</span>
        </p>
      )}
      <div className={classes.card} data-testid="own-sums">
        <Figures sums={sums} />
        <Notes notes={sums.notes} />
      </div>
      <section className={classes.part} aria-labelledby="own-booths">
        <h2 id="own-booths">{m.deleg_own_booths()}</h2>
        {!delegation.leadGivesBooths && (
          <p className={classes.quiet}>{m.deleg_own_organizers_give()}</p>
        )}
        {booths.length === 0 ? (
          <p className={classes.quiet}>{m.deleg_own_no_booths()}</p>
        ) : (
          <>
            <SmallPlan own={own} />
            <ul className={classes.rows} data-testid="own-booths">
              {booths.map((booth) => (
                <BoothRow
                  key={booth.id}
                  fairId={fairId}
                  booth={booth}
                  mayGive={mayGive && booth.isKept}
                  onGive={() => setGiving(booth)}
                />
              ))}
            </ul>
          </>
        )}
      </section>
      <section className={classes.part} aria-labelledby="own-exhibitors">
        <div className={classes.head}>
          <h2 id="own-exhibitors">{m.deleg_own_exhibitors()}</h2>
          {exhibitors.length > 0 && add}
        </div>
        {exhibitors.length === 0 ? (
          <Empty
            title={m.deleg_own_no_exhibitors()}
            text={isOpen ? m.people_no_exhibitors_text() : m.deleg_own_closed()}
            action={add || undefined}
          />
        ) : (
          <ul className={classes.rows} data-testid="own-exhibitors">
            {exhibitors.map((exhibitor) => (
              <li key={exhibitor.id} className={classes.line}>
                <div className={classes.what}>
                  <strong>{exhibitor.name}</strong>
                  <span className={classes.quiet}>
                    {kindWords[exhibitor.kind]()} ·{' '}
                    {exhibitor.boothCodes.length === 0
                      ? m.people_no_booth()
                      : m.people_booths({ codes: exhibitor.boothCodes.join(', ') })}
                  </span>
                </div>
                {isOpen && (
                  <button
                    type="button"
                    className={buttons.quiet}
                    aria-label={m.people_edit_of({ name: exhibitor.name })}
                    title={m.people_edit_of({ name: exhibitor.name })}
                    onClick={() => setEditing({ exhibitor })}
                  >
                    <Pencil size={18} aria-hidden />
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      {giving && (
        <GiveSheet
          fairId={fairId}
          booth={giving}
          exhibitors={exhibitors}
          onClose={() => setGiving(null)}
        />
      )}
      {editing && form && (
        <form.OwnExhibitorForm
          fairId={fairId}
          exhibitor={editing.exhibitor}
          onClose={() => {
            setEditing(null);
            void refreshDelegations(fairId);
          }}
        />
      )}
    </div>
  );
}

interface BoothRowProps {
  fairId: string;
  booth: OwnBooth;
  mayGive: boolean;
  onGive: () => void;
}

function BoothRow({ fairId, booth, mayGive, onGive }: BoothRowProps) {
  const say = useToast();
  const { code, holders, freeSixths, othersSixths, isKept } = booth;
  const freeing = useMutation({
    mutationFn: (allocationId: string) => carryOut(fairId, { verb: 'free', allocationId }),
    onSuccess: async () => {
      say({ text: m.deleg_taken_back({ code }) });
      await refreshDelegations(fairId);
    },
  });
  const said = [
    !isKept && m.deleg_own_outside(),
    othersSixths > 0 && m.deleg_own_others({ booths: boothsIn(othersSixths) }),
    freeSixths === 6 && m.deleg_own_free(),
    freeSixths > 0 && freeSixths < 6 && m.deleg_own_free_part({ booths: boothsIn(freeSixths) }),
  ].filter((each) => each !== false);
  return (
    <li className={classes.line} data-code={code}>
      <div className={classes.what}>
        <span>
          <strong>{code}</strong>
          {said.length > 0 && <span className={classes.quiet}> {said.join(', ')}</span>}
        </span>
        {holders.map(({ allocationId, name, sixths }) => (
          <span key={allocationId} className={classes.holder}>
            <span>
              {name}
              {sixths < 6 && <span className={classes.quiet}> {shareText(sixths)}</span>}
            </span>
            {mayGive && (
              <button
                type="button"
                className={buttons.button}
                aria-label={m.deleg_take_back_of({ code, name })}
                disabled={freeing.isPending}
                onClick={() => freeing.mutate(allocationId)}
              >
                {m.deleg_take_back()}
              </button>
            )}
          </span>
        ))}
        {freeing.error && <ProblemLine problem={freeing.error} />}
      </div>
      {mayGive && freeSixths > 0 && othersSixths === 0 && (
        <button
          type="button"
          className={buttons.button}
          aria-label={m.deleg_give_of({ code })}
          onClick={onGive}
        >
          {m.deleg_give()}
        </button>
      )}
    </li>
  );
}

/* The rows below say the same in words. */
function SmallPlan({ own }: { own: Own }) {
  const othersOf = useMemo(
    () => new Map(own.booths.map(({ id, othersSixths }) => [id, othersSixths])),
    [own.booths],
  );
  const faceOf = ({ id, holders }: Booth): BoothFace => {
    if (holders.length > 0) return { fill: 'var(--info-bg)', letter: '●' };
    return (othersOf.get(id) ?? 0) > 0
      ? { fill: 'var(--border)', letter: '×' }
      : { fill: 'var(--surface)', letter: '○' };
  };
  return (
    <figure className={classes.plan}>
      <FairPlan
        role="img"
        aria-label={m.deleg_own_plan()}
        hall={own}
        zones={own.zones}
        features={own.features}
        booths={own.booths}
        faceOf={faceOf}
      >
        <g className={classes.others}>
          {own.otherBooths.map(({ xCm, yCm, widthCm, depthCm }) => (
            <rect key={`${xCm}:${yCm}`} x={xCm} y={yCm} width={widthCm} height={depthCm} />
          ))}
        </g>
        {outlinesOf(own.booths.filter(({ isKept }) => isKept)).map(({ path }) => (
          <path key={path} d={path} className={classes.kept} />
        ))}
      </FairPlan>
      <figcaption>
        <span>○ {m.deleg_is_free()}</span>
        <span>● {m.deleg_is_ours()}</span>
        <span>× {m.deleg_is_others()}</span>
      </figcaption>
    </figure>
  );
}
