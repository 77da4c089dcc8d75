import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { WholeFair } from '../api/client';
import { queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDateTime, formatDay, formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import { Archives } from './archives';
import classes from './publication-part.module.css';
import { proposeSeal, sealFair, sealingQuery, withdrawSeal } from './sealing-requests';
import type { Sealing, SealObstacle } from './sealing-requests';

/** For organizers: two of them seal a fair that is over. */
export function SealingPart({ fair }: { fair: WholeFair }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={classes.part} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{m.sealing_title()}</summary>
      {isOpen && <State fair={fair} />}
    </details>
  );
}

function State({ fair }: { fair: WholeFair }) {
  const sealing = useQuery(sealingQuery(fair.id));
  return (
    <div className={`${classes.form} ${classes.alone}`}>
      <p className={classes.quiet}>{m.sealing_what()}</p>
      {sealing.data ? (
        sealing.data.isSealed ? (
          <Sealed fair={fair} sealing={sealing.data} />
        ) : (
          <Unsealed fair={fair} sealing={sealing.data} />
        )
      ) : sealing.error ? (
        <ProblemLine problem={sealing.error} />
      ) : (
        <p className={classes.quiet}>{m.loading()}</p>
      )}
    </div>
  );
}

interface PartProps {
  fair: WholeFair;
  sealing: Sealing;
}

function Sealed({ fair, sealing }: PartProps) {
  const { language } = useLanguage();
  return (
    <>
      <p role="status">
        {m.sealing_sealed({
          time: formatDateTime(sealing.sealedAt ?? '', fair.timeZone, language),
          first: sealing.proposedByName ?? '',
          second: sealing.sealedByName ?? '',
        })}
      </p>
      <Archives fair={fair} />
    </>
  );
}

function Unsealed({ fair, sealing }: PartProps) {
  const { language } = useLanguage();
  const [isSure, setSure] = useState(false);
  const doing = useMutation({
    mutationFn: (deed: (fairId: string) => Promise<void>) => deed(fair.id),
    onSettled: async () => {
      setSure(false);
      await queryClient.invalidateQueries({ queryKey: sealingQuery(fair.id).queryKey });
    },
  });
  const { obstacles, provisionalDays, proposedByName, proposedAt, isOwnProposal } = sealing;
  const isReady = obstacles.length === 0;
  return (
    <>
      {obstacles.length > 0 && (
        <div>
          <p className={classes.title}>{m.sealing_obstacles()}</p>
          <ul>
            {obstacles.map((obstacle) => (
              <li key={`${obstacle.code} ${obstacle.day}`}>{obstacleWords(obstacle, language)}</li>
            ))}
          </ul>
        </div>
      )}
      {provisionalDays.length > 0 && (
        <p className={classes.quiet}>
          {m.sealing_provisional({
            days: provisionalDays.map((day) => formatShortDay(day, language)).join('; '),
          })}
        </p>
      )}
      {proposedByName !== null && (
        <p role="status">
          {m.sealing_proposed({
            name: proposedByName,
            time: formatDateTime(proposedAt ?? '', fair.timeZone, language),
          })}{' '}
          {isOwnProposal && m.sealing_own()}
        </p>
      )}
      {proposedByName !== null && !isOwnProposal && (
        <label className={classes.tick}>
          <input
            type="checkbox"
            checked={isSure}
            onChange={(event) => setSure(event.currentTarget.checked)}
          />
          {m.sealing_sure()}
        </label>
      )}
      <div className={classes.save}>
        {proposedByName === null ? (
          <button
            type="button"
            className={buttons.main}
            disabled={!isReady || doing.isPending}
            onClick={() => doing.mutate(proposeSeal)}
          >
            {m.sealing_propose()}
          </button>
        ) : (
          <>
            {!isOwnProposal && (
              <button
                type="button"
                className={buttons.main}
                disabled={!isReady || !isSure || doing.isPending}
                onClick={() => doing.mutate(sealFair)}
              >
                {m.sealing_seal()}
              </button>
            )}
            <button
              type="button"
              className={buttons.button}
              disabled={doing.isPending}
              onClick={() => doing.mutate(withdrawSeal)}
            >
              {m.sealing_withdraw()}
            </button>
          </>
        )}
      </div>
      {doing.error && <ProblemLine problem={doing.error} />}
    </>
  );
}

function obstacleWords({ code, day, count }: SealObstacle, language: 'vi' | 'en'): string {
  const of = { day: day === null ? '' : formatDay(day, language) };
  if (code === 'fair_not_over') return m.sealing_fair_not_over(of);
  if (code === 'day_not_closed') return m.sealing_day_not_closed(of);
  if (code === 'day_waits_for_revision') return m.sealing_day_waits(of);
  return m.sealing_set_aside({ count: formatCount(count ?? 0, language) });
}
