import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Dices, RotateCcw, Sparkles } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import fields from '../my/field.module.css';
import { m } from '../paraglide/messages.js';
import { exhibitorsQuery } from '../plan/plan-requests';
import buttons from '../ui/buttons.module.css';
import notes from '../ui/notes.module.css';
import { Choice } from '../ui/choice';
import { ProblemLine } from '../ui/problem-line';
import { ErrorState } from '../ui/states';
import classes from './ask-form.module.css';
import {
  MOST_MORE_MOVES,
  MOST_SEED,
  SECONDS,
  WEIGHTS,
  lastChoice,
  randomSeed,
} from './kept-choice';
import type { SearchChoice } from './kept-choice';
import { LeftOut } from './left-out';
import type { Drawing } from './suggest-parts';
import { withoutBoothQuery } from './suggest-requests';
import type { Suggestion } from './suggest-requests';
import { useLanding } from './use-landing';
import { keptBy, leftOutOf } from './suggest.rules';
import { keepsWords, secondsText, weightWords } from './suggest-words';

interface AskFormProps {
  fairId: string;
  timeZone: string;
  booths: Drawing['booths'];
  /** Nothing was ever asked for: it says what it is for. */
  isFirst: boolean;
  /** A fair searches one at a time. */
  underWay: Suggestion | null;
  isAsking: boolean;
  problem: Error | null;
  onAsk: (choice: SearchChoice) => void;
  onSee: (suggestion: Suggestion) => void;
}

const KEEPS = ['all', 'confirmed', 'none'] as const;

/** What to keep, what counts and for how long to search. */
export function AskForm(props: AskFormProps) {
  const { fairId, timeZone, booths, isFirst, underWay, isAsking, problem, onAsk, onSee } = props;
  const { language } = useLanguage();
  const heading = useLanding();
  const [choice, setChoice] = useState(lastChoice);
  const change = (part: Partial<SearchChoice>) => setChoice({ ...choice, ...part });
  const exhibitors = useQuery(exhibitorsQuery(fairId));
  const withoutBooth = useQuery(withoutBoothQuery(fairId));
  const [decided, setDecided] = useState<ReadonlyMap<string, boolean>>(new Map());
  const kept = keptBy(booths);
  const waiting = withoutBooth.data ?? [];
  const leftOut = leftOutOf(waiting, decided);
  const staying = (count: number) => {
    const all = exhibitors.data && exhibitors.data.length - leftOut.length;
    if (count === 0) return m.suggest_keeps_nobody();
    return all === undefined
      ? m.suggest_keeps_some({ kept: formatCount(count, language) })
      : m.suggest_keeps_of({
          kept: formatCount(count, language),
          rest: formatCount(Math.max(all - count, 0), language),
        });
  };
  const { fewestMoves, keeps, moreMoves, seconds, seed, weights, zones } = choice;
  const isUsual = WEIGHTS.every((name) => (weights[name] ?? 100) === 100);
  return (
    <form
      className={classes.form}
      data-testid="suggest-ask"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk({ ...choice, leftOut });
      }}
    >
      {isFirst ? (
        <div className={classes.intro}>
          <h2 ref={heading} tabIndex={-1}>
            {m.suggest_intro_title()}
          </h2>
          <p>{m.suggest_intro()}</p>
        </div>
      ) : (
        <h2 ref={heading} tabIndex={-1}>
          {m.suggest_new()}
        </h2>
      )}
      <div className={classes.column}>
        <Question title={m.suggest_goal()}>
          <Pick
            name="goal"
            isPicked={!fewestMoves}
            title={m.suggest_goal_best()}
            hint={m.suggest_goal_best_hint()}
            onPick={() => change({ fewestMoves: false })}
          />
          <Pick
            name="goal"
            isPicked={fewestMoves}
            title={m.suggest_goal_moves()}
            hint={m.suggest_goal_moves_hint()}
            onPick={() => change({ fewestMoves: true, keeps: 'none' })}
          />
          {fewestMoves && (
            <label className={classes.more}>
              <span>{m.suggest_more_moves()}</span>
              <input
                className={fields.control}
                type="number"
                inputMode="numeric"
                min={0}
                max={MOST_MORE_MOVES}
                value={moreMoves}
                onChange={({ currentTarget: { valueAsNumber: count } }) =>
                  change({ moreMoves: whole(count, 0, MOST_MORE_MOVES) })
                }
              />
            </label>
          )}
        </Question>
        <Question title={m.suggest_keeps()}>
          {KEEPS.map((each) => (
            <Pick
              key={each}
              name="keeps"
              isPicked={keeps === each}
              title={keepsWords[each]()}
              hint={staying(kept[each])}
              onPick={() => change({ keeps: each })}
            />
          ))}
          {exhibitors.data && kept[keeps] >= exhibitors.data.length - leftOut.length ? (
            <p className={notes.warn} role="status">
              {m.suggest_keeps_nothing()}
            </p>
          ) : (
            fewestMoves &&
            keeps === 'all' && <p className={notes.quiet}>{m.suggest_keeps_all_moves()}</p>
          )}
        </Question>
        {(waiting.length > 0 || withoutBooth.isError) && (
          <Question title={m.suggest_left_out_title()}>
            {withoutBooth.data ? (
              <LeftOut
                timeZone={timeZone}
                waiting={waiting}
                leftOut={leftOut}
                onDecide={(ids, isPlaced) =>
                  setDecided(new Map([...decided, ...ids.map((id) => [id, isPlaced] as const)]))
                }
              />
            ) : (
              withoutBooth.error && (
                <ErrorState
                  problem={withoutBooth.error}
                  onRetry={() => void withoutBooth.refetch()}
                />
              )
            )}
          </Question>
        )}
        <Question title={m.suggest_zones()}>
          <Pick
            name="zones"
            isPicked={zones === 'apart'}
            title={m.suggest_zones_apart()}
            hint={m.suggest_zones_apart_hint()}
            onPick={() => change({ zones: 'apart' })}
          />
          <Pick
            name="zones"
            isPicked={zones === 'as_one'}
            title={m.suggest_zones_as_one()}
            hint={m.suggest_zones_as_one_hint()}
            onPick={() => change({ zones: 'as_one' })}
          />
        </Question>
      </div>
      <div className={classes.column}>
        <Question title={m.suggest_weights()}>
          <p className={notes.quiet}>{m.suggest_weights_hint()}</p>
          <div className={classes.weights}>
            <p className={classes.ends} aria-hidden>
              <span>{m.suggest_weight_least()}</span>
              <span>{m.suggest_weight_most()}</span>
            </p>
            {WEIGHTS.map((name) => (
              <Weight
                key={name}
                title={weightWords[name]()}
                percent={weights[name] ?? 100}
                onChange={(percent) => change({ weights: { ...weights, [name]: percent } })}
              />
            ))}
          </div>
          <button
            type="button"
            className={`${buttons.quiet} ${classes.reset}`}
            disabled={isUsual}
            onClick={() => change({ weights: {} })}
          >
            <RotateCcw size={16} aria-hidden />
            {m.suggest_weights_reset()}
          </button>
        </Question>
        <Question title={m.suggest_seconds()}>
          <div className={classes.choice}>
            <Choice
              label={m.suggest_seconds()}
              value={String(seconds)}
              options={SECONDS.map((each) => ({ value: String(each), name: secondsText(each) }))}
              onChoose={(value) => change({ seconds: Number(value) })}
            />
          </div>
          <p className={notes.quiet}>{m.suggest_seconds_hint()}</p>
        </Question>
        <details className={classes.advanced}>
          <summary>{m.suggest_advanced()}</summary>
          <div className={classes.seed}>
            <label className={fields.field}>
              <span className={fields.label}>{m.suggest_seed()}</span>
              <input
                className={fields.control}
                type="number"
                inputMode="numeric"
                min={1}
                max={MOST_SEED}
                value={seed}
                onChange={({ currentTarget: { valueAsNumber: count } }) =>
                  change({ seed: whole(count, 1, MOST_SEED) })
                }
              />
            </label>
            <button
              type="button"
              className={buttons.button}
              onClick={() => change({ seed: randomSeed() })}
            >
              <Dices size={18} aria-hidden />
              {m.suggest_seed_other()}
            </button>
          </div>
          <p className={notes.quiet}>{m.suggest_seed_hint()}</p>
        </details>
      </div>
      {problem && <ProblemLine problem={problem} />}
      {underWay && (
        <div className={classes.underWay} role="status">
          <p>{m.suggest_under_way()}</p>
          <button type="button" className={buttons.button} onClick={() => onSee(underWay)}>
            {m.suggest_under_way_see()}
          </button>
        </div>
      )}
      <div className={classes.send}>
        <button
          type="submit"
          className={buttons.main}
          /* Whoever cancelled is not placed for want of an answer. */
          disabled={isAsking || underWay !== null || !withoutBooth.data}
        >
          <Sparkles size={18} aria-hidden />
          {m.suggest_start()}
        </button>
        <p className={notes.quiet}>{m.suggest_start_hint()}</p>
      </div>
    </form>
  );
}

const whole = (count: number, least: number, most: number) =>
  Number.isFinite(count) ? Math.min(Math.max(Math.trunc(count), least), most) : least;

function Question({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={classes.question}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

interface PickProps {
  name: string;
  isPicked: boolean;
  title: string;
  hint: string;
  onPick: () => void;
}

function Pick({ name, isPicked, title, hint, onPick }: PickProps) {
  return (
    <label className={classes.pick}>
      <input type="radio" name={name} checked={isPicked} onChange={onPick} />
      <span>
        <strong>{title}</strong>
        <span className={notes.quiet}>{hint}</span>
      </span>
    </label>
  );
}

interface WeightProps {
  title: string;
  percent: number;
  onChange: (percent: number) => void;
}

/** From leaving it out to three times what it usually counts. */
function Weight({ title, percent, onChange }: WeightProps) {
  const said = percent === 0 ? m.suggest_weight_none() : m.suggest_weight_percent({ percent });
  return (
    <label className={classes.weight}>
      <span className={classes.weightName}>{title}</span>
      <span className={classes.weightValue} aria-hidden>
        {said}
      </span>
      <input
        type="range"
        min={0}
        max={300}
        step={10}
        value={percent}
        aria-label={title}
        aria-valuetext={said}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
    </label>
  );
}
