import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { boothsQuery, zonesQuery } from '../plan/plan-requests';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import { Sheet } from '../ui/sheet';
import { ErrorState, Skeleton } from '../ui/states';
import { keepCluster, refreshDelegations } from './delegation-requests';
import type { Delegation } from './delegation-requests';
import classes from './delegations.module.css';

interface ClusterSheetProps {
  fairId: string;
  delegation: Delegation;
  others: readonly Delegation[];
  onClose: () => void;
}

/** Which booths are kept for a delegation: one by one, or all that a zone has left. */
export function ClusterSheet({ fairId, delegation, others, onClose }: ClusterSheetProps) {
  const { language } = useLanguage();
  const booths = useQuery(boothsQuery(fairId));
  const zones = useQuery(zonesQuery(fairId));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(delegation.boothIds));
  const keeping = useMutation({
    mutationFn: () => keepCluster(fairId, delegation.id, [...chosen]),
    onSuccess: async () => {
      await refreshDelegations(fairId);
      onClose();
    },
  });
  const named = ({ nameVi, nameEn }: { nameVi: string; nameEn: string }) =>
    language === 'vi' ? nameVi : nameEn;
  const ofOther = new Map(
    others.flatMap((other) => other.boothIds.map((id) => [id, named(other)] as const)),
  );
  const failed = [booths, zones].find(({ isError, data }) => isError && !data);
  const choose = (ids: readonly string[], isKept: boolean) =>
    setChosen(
      new Set(isKept ? [...chosen, ...ids] : [...chosen].filter((each) => !ids.includes(each))),
    );
  return (
    <Sheet title={m.deleg_cluster_of({ name: named(delegation) })} onClose={onClose}>
      {failed?.error ? (
        <ErrorState problem={failed.error} onRetry={() => void failed.refetch()} />
      ) : !booths.data || !zones.data ? (
        <Skeleton shapes={[48, 160, 160]} />
      ) : (
        <form
          className={classes.cluster}
          onSubmit={(event) => {
            event.preventDefault();
            keeping.mutate();
          }}
        >
          <p className={classes.quiet}>{m.deleg_cluster_hint()}</p>
          {zones.data
            .filter(({ kind }) => kind === 'selling')
            .map((zone) => {
              const here = booths.data.filter(({ zoneId }) => zoneId === zone.id);
              const open = here.filter(({ id }) => !ofOther.has(id)).map(({ id }) => id);
              const isWhole = open.length > 0 && open.every((id) => chosen.has(id));
              return (
                <fieldset key={zone.id} className={classes.zone}>
                  <legend>{named(zone)}</legend>
                  <label className={classes.check}>
                    <input
                      type="checkbox"
                      checked={isWhole}
                      disabled={open.length === 0}
                      onChange={() => choose(open, !isWhole)}
                    />
                    <span>{m.deleg_whole_zone({ count: formatCount(open.length, language) })}</span>
                  </label>
                  <div className={classes.booths}>
                    {here.map(({ id, code, holders }) => (
                      <label
                        key={id}
                        className={classes.booth}
                        title={ofOther.get(id) ?? holders.map(({ name }) => name).join(', ')}
                      >
                        <input
                          type="checkbox"
                          checked={chosen.has(id)}
                          disabled={ofOther.has(id)}
                          onChange={() => choose([id], !chosen.has(id))}
                        />
                        <span>{code}</span>
                        {ofOther.has(id) && (
                          <span className="onlyForReaders">
                            {m.deleg_kept_for({ name: ofOther.get(id) ?? '' })}
                          </span>
                        )}
                      </label>
                    ))}
                  </div>
                </fieldset>
              );
            })}
          <div className={classes.foot}>
            <p aria-live="polite">
              {delegation.quota === null
                ? m.deleg_chosen({ count: formatCount(chosen.size, language) })
                : m.deleg_chosen_of({
                    count: formatCount(chosen.size, language),
                    quota: formatCount(delegation.quota, language),
                  })}
            </p>
            {keeping.error && <ProblemLine problem={keeping.error} />}
            <button type="submit" className={buttons.main} disabled={keeping.isPending}>
              {m.people_save()}
            </button>
          </div>
        </form>
      )}
    </Sheet>
  );
}
