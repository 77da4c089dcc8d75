import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, Download } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import type { Draw } from './draw-requests';
import classes from './draws.module.css';
import { repeatDraw } from './repeat-draw';

interface DrawnProps {
  draw: Draw;
  timeZone: string;
}

/** What a draw is, before and after: the same for the organizer and for anybody. */
export function Drawn({ draw, timeZone }: DrawnProps) {
  const { language } = useLanguage();
  const { outcome, boothCodes, exhibitors, withdrawnAt, withdrawnReason } = draw;
  const time = (instant: string) => formatDateTime(instant, timeZone, language);
  return (
    <>
      <p className={classes.quiet}>
        {draw.kind === 'order'
          ? m.draw_order_of({ exhibitors: formatCount(exhibitors.length, language) })
          : m.draw_places_of({
              exhibitors: formatCount(exhibitors.length, language),
              booths: formatCount(boothCodes.length, language),
            })}{' '}
        {m.draw_prepared({ name: draw.preparedByName, time: time(draw.preparedAt) })}
      </p>
      {draw.byPoints && <p className={classes.quiet}>{m.draw_by_points_text()}</p>}
      {withdrawnAt !== null && (
        <p className={classes.warn} role="status">
          {m.draw_withdrawn_because({ time: time(withdrawnAt), reason: withdrawnReason ?? '' })}
        </p>
      )}
      {outcome === null ? (
        <>
          <h2>{m.draw_who()}</h2>
          <ol className={classes.columns} data-testid="drawing">
            {exhibitors.map(({ id, name, points }) => (
              <li key={id}>
                {name}
                {points !== null && (
                  <span className={classes.quiet}> · {m.points_of({ count: points })}</span>
                )}
              </li>
            ))}
          </ol>
          {boothCodes.length > 0 && (
            <>
              <h2>{m.draw_for_booths()}</h2>
              <p className={classes.codes}>{boothCodes.join(' · ')}</p>
            </>
          )}
        </>
      ) : (
        <>
          <p className={classes.seed}>
            {m.draw_seed_said()} <strong>{outcome.seed}</strong>
          </p>
          <p className={classes.quiet}>
            {m.draw_drawn_by({ name: outcome.drawnByName, time: time(outcome.drawnAt) })}
          </p>
          <ol className={classes.lots} data-testid="lots">
            {outcome.lots.map(({ rank, exhibitorId, exhibitorName, boothCode }) => (
              <li key={exhibitorId} className={classes.lot}>
                <span className={classes.rank}>{formatCount(rank, language)}</span>
                <span className={classes.who}>
                  {exhibitorName}
                  {draw.byPoints && (
                    <span className={classes.quiet}>
                      {' · '}
                      {m.points_of({
                        count: exhibitors.find(({ id }) => id === exhibitorId)?.points ?? 0,
                      })}
                    </span>
                  )}
                </span>
                {boothCode !== null && <strong className={classes.booth}>{boothCode}</strong>}
              </li>
            ))}
          </ol>
          <Repeated draw={draw} />
        </>
      )}
      <details className={classes.how}>
        <summary>{m.draw_how()}</summary>
        <p>{m.draw_how_text()}</p>
        <dl className={classes.hashes}>
          <dt>{m.draw_list_hash()}</dt>
          <dd className={classes.hash}>{draw.listHash}</dd>
          {outcome !== null && (
            <>
              <dt>{m.draw_seal()}</dt>
              <dd className={classes.hash}>{outcome.seal}</dd>
              <dt>{m.draw_formula()}</dt>
              <dd className={classes.hash}>{m.draw_formula_text()}</dd>
            </>
          )}
        </dl>
        <a
          className={buttons.button}
          download={`boc-tham-${draw.id}.txt`}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(draw.list)}`}
        >
          <Download size={18} aria-hidden />
          {m.draw_save_list()}
        </a>
      </details>
    </>
  );
}

/** The draw, drawn again on the reader's own device. */
function Repeated({ draw }: { draw: Draw }) {
  const again = useQuery({
    queryKey: ['repeated-draw', draw.id],
    queryFn: () => repeatDraw(draw),
    staleTime: Infinity,
  });
  if (!again.data) return null;
  const isSame = again.data === 'same';
  const Icon = isSame ? CircleCheck : CircleAlert;
  const words = { same: m.draw_same, other: m.draw_other, cannot: m.draw_cannot }[again.data];
  return (
    <p className={isSame ? classes.ok : classes.warn} role="status" data-testid="repeated">
      <Icon size={18} aria-hidden />
      <span>{words()}</span>
    </p>
  );
}
