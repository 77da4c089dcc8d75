import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { ArrowLeft, Medal, Plus, Printer } from 'lucide-react';
import { fairQuery, queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import fields from '../my/field.module.css';
import { AppShell } from '../ui/app-shell';
import buttons from '../ui/buttons.module.css';
import { FairProblem, FairScreen } from '../ui/fair-screen';
import type { Entered } from '../ui/fair-screen';
import { DemoMark } from '../ui/marks';
import { ProblemLine } from '../ui/problem-line';
import { QrPicture } from '../ui/qr-picture';
import { Empty, Skeleton } from '../ui/states';
import { drawLots, drawsQuery, giveDrawnBooths, withdrawDraw } from './draw-requests';
import type { Draw } from './draw-requests';
import { DrawLine } from './draw-line';
import { Drawn } from './drawn';
import classes from './draws.module.css';
import { PointsSheet } from './points-sheet';
import { PrepareDrawForm } from './prepare-draw-form';

const route = getRouteApi('/plan/draws');
const shapes = [44, 72, 72, 320];

/** `/plan/draws`: lots are prepared, drawn before everybody, and the booths given. */
export function DrawsScreen() {
  const { fair: code } = route.useSearch();
  return (
    <FairScreen screen="plan" title={m.draws_title()} code={code} shapes={shapes}>
      {(entered) => <Draws key={entered.fair.id} {...entered} />}
    </FairScreen>
  );
}

function Draws({ fair, caller }: Entered) {
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { draw: drawId } = route.useSearch();
  const [isPreparing, setPreparing] = useState(false);
  const [isSettingPoints, setSettingPoints] = useState(false);
  const draws = useQuery(drawsQuery(fair.id));
  const whole = useQuery(fairQuery(fair.id));
  const failed = [draws, whole].find(({ isError, data }) => isError && !data);
  const shown = draws.data?.find(({ id }) => id === drawId);
  const open = (draw: string | undefined) =>
    void navigate({ to: '/plan/draws', search: { fair: fair.code, draw } });
  const prepare = (
    <button type="button" className={buttons.main} onClick={() => setPreparing(true)}>
      <Plus size={18} aria-hidden />
      {m.draw_new()}
    </button>
  );
  return (
    <AppShell
      name={language === 'vi' ? fair.nameVi : fair.nameEn}
      fairCode={fair.code}
      marks={fair.isDemo && <DemoMark />}
    >
      <div className={classes.page}>
        <Link
          to={shown || isPreparing ? '/plan/draws' : '/plan'}
          search={{ fair: fair.code }}
          className={classes.back}
          onClick={() => setPreparing(false)}
        >
          <ArrowLeft size={18} aria-hidden />
          {shown || isPreparing ? m.draws_all() : m.draws_back()}
        </Link>
        {failed?.error ? (
          <FairProblem
            problem={failed.error}
            login={caller.login}
            onRetry={() => void failed.refetch()}
          />
        ) : !draws.data || !whole.data ? (
          <Skeleton shapes={shapes} />
        ) : isPreparing ? (
          <>
            <h1>{m.draw_new()}</h1>
            <PrepareDrawForm
              fairId={fair.id}
              onCancel={() => setPreparing(false)}
              onPrepared={({ id }) => {
                void queryClient.invalidateQueries(drawsQuery(fair.id));
                setPreparing(false);
                open(id);
              }}
            />
          </>
        ) : shown ? (
          <OneDraw
            key={shown.id}
            draw={shown}
            fairId={fair.id}
            fairCode={fair.code}
            timeZone={whole.data.timeZone}
          />
        ) : (
          <>
            <div className={classes.head}>
              <h1>{m.draws_title()}</h1>
              <button
                type="button"
                className={buttons.button}
                onClick={() => setSettingPoints(true)}
              >
                <Medal size={18} aria-hidden />
                {m.points_title()}
              </button>
              {draws.data.length > 0 && prepare}
            </div>
            {draws.data.length === 0 ? (
              <Empty title={m.draws_none()} text={m.draws_none_text()} action={prepare} />
            ) : (
              <ul className={classes.list} data-testid="draws">
                {draws.data.map((draw) => (
                  <li key={draw.id}>
                    <Link
                      to="/plan/draws"
                      search={{ fair: fair.code, draw: draw.id }}
                      className={classes.row}
                    >
                      <DrawLine draw={draw} timeZone={whole.data.timeZone} />
                    </Link>
                  </li>
                ))}
              </ul>
            )}
            {isSettingPoints && (
              <PointsSheet
                fairId={fair.id}
                timeZone={whole.data.timeZone}
                onClose={() => setSettingPoints(false)}
              />
            )}
          </>
        )}
      </div>
    </AppShell>
  );
}

interface OneDrawProps {
  draw: Draw;
  fairId: string;
  fairCode: string;
  timeZone: string;
}

function OneDraw({ draw, fairId, fairCode, timeZone }: OneDrawProps) {
  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey: ['plan', fairId] });
    return queryClient.invalidateQueries(drawsQuery(fairId));
  };
  const giving = useMutation({
    mutationFn: () => giveDrawnBooths(fairId, draw.id),
    onSettled: refresh,
  });
  const link = `${location.origin}/draw?fair=${encodeURIComponent(fairCode)}&id=${draw.id}`;
  const stands = draw.withdrawnAt === null;
  return (
    <>
      <div className={classes.head}>
        <h1>{draw.title}</h1>
        <button type="button" className={buttons.button} onClick={() => window.print()}>
          <Printer size={18} aria-hidden />
          {m.draw_print()}
        </button>
      </div>
      <div className={classes.open}>
        <div className={classes.qr}>
          <QrPicture text={link} label={m.draw_qr()} />
        </div>
        <p>
          {m.draw_open_to_all()} <a href={link}>{link}</a>
        </p>
      </div>
      {draw.outcome === null && stands && (
        <SayTheSeed fairId={fairId} drawId={draw.id} onDrawn={refresh} />
      )}
      <Drawn draw={draw} timeZone={timeZone} />
      {draw.outcome !== null && draw.kind === 'places' && stands && (
        <div className={classes.give}>
          {draw.areBoothsGiven ? (
            <p className={classes.ok} role="status">
              {m.draw_given()}
            </p>
          ) : (
            <button
              type="button"
              className={buttons.main}
              disabled={giving.isPending}
              onClick={() => giving.mutate()}
            >
              {m.draw_give()}
            </button>
          )}
          {giving.error && <ProblemLine problem={giving.error} />}
        </div>
      )}
      {stands && <Withdraw fairId={fairId} drawId={draw.id} onWithdrawn={refresh} />}
    </>
  );
}

function SayTheSeed(props: { fairId: string; drawId: string; onDrawn: () => void }) {
  const { fairId, drawId, onDrawn } = props;
  const [seed, setSeed] = useState('');
  const drawing = useMutation({
    mutationFn: () => drawLots(fairId, drawId, seed),
    onSettled: onDrawn,
  });
  return (
    <form
      className={classes.sayIt}
      onSubmit={(event) => {
        event.preventDefault();
        drawing.mutate();
      }}
    >
      <label className={fields.field}>
        <span className={fields.label}>{m.draw_seed()}</span>
        <input
          className={`${fields.control} ${classes.typed}`}
          value={seed}
          minLength={4}
          maxLength={100}
          required
          autoComplete="off"
          onChange={(event) => setSeed(event.currentTarget.value)}
        />
      </label>
      <p className={classes.quiet}>{m.draw_seed_hint()}</p>
      {drawing.error && <ProblemLine problem={drawing.error} />}
      <button
        type="submit"
        className={buttons.main}
        disabled={drawing.isPending || seed.trim().length < 4}
      >
        {m.draw_draw()}
      </button>
    </form>
  );
}

function Withdraw(props: { fairId: string; drawId: string; onWithdrawn: () => void }) {
  const { fairId, drawId, onWithdrawn } = props;
  const [reason, setReason] = useState('');
  const withdrawing = useMutation({
    mutationFn: () => withdrawDraw(fairId, drawId, reason.trim()),
    onSettled: onWithdrawn,
  });
  return (
    <details className={classes.how}>
      <summary>{m.draw_withdraw()}</summary>
      <form
        className={classes.sayIt}
        onSubmit={(event) => {
          event.preventDefault();
          withdrawing.mutate();
        }}
      >
        <p className={classes.quiet}>{m.draw_withdraw_text()}</p>
        <label className={fields.field}>
          <span className={fields.label}>{m.draw_withdraw_reason()}</span>
          <input
            className={fields.control}
            value={reason}
            maxLength={200}
            required
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        {withdrawing.error && <ProblemLine problem={withdrawing.error} />}
        <button
          type="submit"
          className={buttons.button}
          disabled={withdrawing.isPending || reason.trim() === ''}
        >
          {m.draw_withdraw_do()}
        </button>
      </form>
    </details>
  );
}
