import { useId, useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { foldText, newId } from '@phien/kernel';
import { queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDateTime } from '../i18n/times';
import fields from '../my/field.module.css';
import { m } from '../paraglide/messages.js';
import { exhibitorsQuery, pointsQuery, setPoints } from '../plan/plan-requests';
import type { Exhibitor, Points } from '../plan/plan-requests';
import { mostPointsFirst, searchTextOf } from '../plan/plan.rules';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import { Sheet } from '../ui/sheet';
import { ErrorState, Skeleton } from '../ui/states';
import classes from './points-sheet.module.css';

interface PointsSheetProps {
  fairId: string;
  timeZone: string;
  onClose: () => void;
}

/** Who is offered a booth first, and why. */
export function PointsSheet({ fairId, timeZone, onClose }: PointsSheetProps) {
  const asked = [useQuery(exhibitorsQuery(fairId)), useQuery(pointsQuery(fairId))] as const;
  const [typed, setTyped] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const [exhibitors, points] = [asked[0].data, asked[1].data];
  const failed = asked.find(({ isError, data }) => isError && !data);
  const pointsOf = new Map((points ?? []).map((each) => [each.exhibitorId, each.points]));
  const heldBy = new Map((points ?? []).map((each) => [each.exhibitorId, each]));
  const shown = mostPointsFirst(exhibitors ?? [], pointsOf).filter((exhibitor) =>
    searchTextOf(exhibitor).includes(foldText(typed.trim())),
  );
  return (
    <Sheet title={m.points_title()} onClose={onClose}>
      <div className={classes.body}>
        <p className={classes.quiet}>{m.points_text()}</p>
        {failed?.error ? (
          <ErrorState problem={failed.error} onRetry={() => void failed.refetch()} />
        ) : !exhibitors || !points ? (
          <Skeleton shapes={[48, 64, 64, 64]} />
        ) : (
          <>
            <input
              className={fields.control}
              type="search"
              aria-label={m.points_search()}
              placeholder={m.points_search()}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            {shown.length === 0 && <p className={classes.quiet}>{m.points_found_none()}</p>}
            <ul className={classes.list}>
              {shown.map((exhibitor) => (
                <Line
                  key={exhibitor.id}
                  fairId={fairId}
                  timeZone={timeZone}
                  exhibitor={exhibitor}
                  held={heldBy.get(exhibitor.id)}
                  isOpen={exhibitor.id === openId}
                  onOpen={setOpenId}
                />
              ))}
            </ul>
          </>
        )}
      </div>
    </Sheet>
  );
}

interface LineProps {
  fairId: string;
  timeZone: string;
  exhibitor: Exhibitor;
  held: Points | undefined;
  isOpen: boolean;
  onOpen: (id: string | null) => void;
}

function Line({ fairId, timeZone, exhibitor, held, isOpen, onOpen }: LineProps) {
  const { language } = useLanguage();
  const { id, name } = exhibitor;
  return (
    <li className={classes.line}>
      <div className={classes.who}>
        <strong>{name}</strong>
        <span className={classes.points}>
          {held ? m.points_of({ count: formatCount(held.points, language) }) : m.points_none()}
        </span>
      </div>
      {held && (
        <p className={classes.quiet}>
          {m.points_by({
            name: held.setByName,
            time: formatDateTime(held.setAt, timeZone, language),
            reason: held.reason,
          })}
        </p>
      )}
      {isOpen ? (
        <PointsForm
          fairId={fairId}
          exhibitorId={id}
          points={held?.points ?? 0}
          onDone={() => onOpen(null)}
        />
      ) : (
        <button
          type="button"
          className={buttons.button}
          aria-label={m.points_set_for({ name })}
          onClick={() => onOpen(id)}
        >
          {m.points_set()}
        </button>
      )}
    </li>
  );
}

interface PointsFormProps {
  fairId: string;
  exhibitorId: string;
  points: number;
  onDone: () => void;
}

function PointsForm({ fairId, exhibitorId, points, onDone }: PointsFormProps) {
  const [id] = useState(newId);
  const reasonId = useId();
  const [number, setNumber] = useState(String(points));
  const [reason, setReason] = useState('');
  const keeping = useMutation({
    mutationFn: () => setPoints(fairId, exhibitorId, { id, points: Number(number), reason }),
    onSuccess: async () => {
      await queryClient.invalidateQueries(pointsQuery(fairId));
      onDone();
    },
  });
  const isReady = /^\d{1,4}$/.test(number) && Number(number) <= 1_000 && reason.trim() !== '';
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) keeping.mutate();
      }}
    >
      <label className={fields.field}>
        <span className={fields.label}>{m.points_number()}</span>
        <input
          className={fields.control}
          inputMode="numeric"
          maxLength={4}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
      </label>
      <label className={fields.field} htmlFor={reasonId}>
        <span className={fields.label}>{m.points_reason()}</span>
        <input
          id={reasonId}
          className={fields.control}
          maxLength={200}
          placeholder={m.points_reason_example()}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      {keeping.error && <ProblemLine problem={keeping.error} />}
      <div className={classes.deeds}>
        <button type="submit" className={buttons.main} disabled={!isReady || keeping.isPending}>
          {m.points_keep()}
        </button>
        <button type="button" className={buttons.button} onClick={onDone}>
          {m.draw_cancel()}
        </button>
      </div>
    </form>
  );
}
