import { useEffect, useEffectEvent, useId, useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { RefreshCw, UserMinus, UserPlus } from 'lucide-react';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { FirmnessChoice } from '../plan/firmness-choice';
import { exhibitorsQuery } from '../plan/plan-requests';
import type { Firmness, State } from '../plan/plan-requests';
import { termText } from '../plan/plan-words';
import { delegationsOf } from '../plan/plan.rules';
import buttons from '../ui/buttons.module.css';
import notes from '../ui/notes.module.css';
import { Choice } from '../ui/choice';
import { ProblemLine } from '../ui/problem-line';
import {
  countsOf,
  deedOf,
  delegationsThatChange,
  keysOfPart,
  placesNow,
  withThoseInTheWay,
} from './accept-choice.rules';
import type { Deed, Part } from './accept-choice.rules';
import { Along, Chosen } from './accept-names';
import { differencesFromBefore } from './compare.rules';
import classes from './parts.module.css';
import type { AcceptPartProps, Tone } from './suggest-parts';
import { listed } from './listed';
import { useAcceptance } from './use-acceptance';

const NO_DELEGATION = '';
const NAMED_IN_BUTTON = 2;
const nobody: ReadonlySet<string> = new Set();
const forGood: Firmness = { state: 'confirmed' };
const tones: Record<Deed, Tone> = { given: 'comes', moved: 'moves', untouched: 'left' };

/** Accepts all of a suggestion or a part of it, never without those who have to make room. */
export function AcceptPart(props: AcceptPartProps) {
  const { fairId, drawing, suggestion, onTones, isAsking, onAsk } = props;
  const { language } = useLanguage();
  const titleId = useId();
  const exhibitors = useQuery(exhibitorsQuery(fairId));
  const [kind, setKind] = useState<Part['kind']>('all');
  const [delegation, setDelegation] = useState<string | null>(null);
  const [chosen, setChosen] = useState(nobody);
  /* What a refusal led to, of this part: keys that come along, and keys that stay out of it. */
  const [added, setAdded] = useState(nobody);
  const [leftOut, setLeftOut] = useState(nobody);
  const [firmness, setFirmness] = useState(forGood);

  const { places, elsewhere } = useMemo(() => {
    const codes = new Map<string, Set<string>>();
    for (const { code, holders, reserved } of drawing.booths) {
      for (const { exhibitorId } of [...holders, ...reserved]) {
        codes.set(exhibitorId, (codes.get(exhibitorId) ?? new Set()).add(code));
      }
    }
    return placesNow(suggestion.places, (exhibitorId) => codes.get(exhibitorId) ?? new Set());
  }, [suggestion.places, drawing.booths]);
  const changing = useMemo(() => differencesFromBefore(places), [places]);
  const delegations = useMemo(() => delegationsThatChange(places), [places]);
  const whose = delegation ?? delegations[0] ?? NO_DELEGATION;
  const { meant, going } = useMemo(() => {
    const part: Part = {
      all: { kind: 'all' } as const,
      newcomers: { kind: 'newcomers' } as const,
      delegation: { kind: 'delegation', delegationId: whose || null } as const,
      chosen: { kind: 'chosen', exhibitorIds: chosen } as const,
    }[kind];
    const keys = [...keysOfPart(places, part)].filter((key) => !leftOut.has(key));
    return {
      meant: new Set(keys),
      going: withThoseInTheWay(places, new Set([...keys, ...added])),
    };
  }, [places, kind, whose, chosen, added, leftOut]);
  const counts = countsOf(places, going);
  const deeds = deedsText(counts, firmness.state, language);

  const showOnPlan = useEffectEvent(onTones);
  useEffect(() => {
    if (kind === 'all') return;
    const toneOf = new Map(
      places.flatMap((place) =>
        place.boothCodes.map((code) => [
          code,
          going.has(place.key) ? tones[deedOf(place)] : ('left' as const),
        ]),
      ),
    );
    showOnPlan((code) => toneOf.get(code));
    return () => showOnPlan(null);
  }, [kind, places, going]);

  const accepting = useAcceptance({
    fairId,
    suggestionId: suggestion.id,
    wanted: () => ({
      keys: kind === 'all' && leftOut.size === 0 ? null : [...going].sort(),
      ...firmness,
    }),
    deeds,
    onAccepted: () => {
      beginAnew();
      setFirmness(forGood);
    },
  });
  const beginAnew = () => {
    setChosen(nobody);
    setAdded(nobody);
    setLeftOut(nobody);
    accepting.reset();
  };

  if (changing.length === 0) {
    const hadChanges = differencesFromBefore(suggestion.places).length > 0;
    return (
      <section className={classes.part} aria-labelledby={titleId}>
        <h2 id={titleId}>{m.suggest_accept_title()}</h2>
        <p className={notes.quiet}>
          {hadChanges ? m.suggest_accept_taken() : m.suggest_accept_nothing()}
        </p>
      </section>
    );
  }
  const nameOfDelegation = new Map(
    delegationsOf(exhibitors.data ?? [], language).map(({ id, name }) => [id, name]),
  );
  const along = idsOf(
    places,
    [...going].filter((key) => !meant.has(key)),
  );
  const alongThere = changing.filter(({ exhibitorId }) => along.has(exhibitorId));
  const strangers = changing.filter(
    ({ exhibitorId }) => elsewhere.has(exhibitorId) && idsOf(places, [...going]).has(exhibitorId),
  );
  const named = keysNamedBy(accepting.error);
  const missing = isRefusedFor(accepting.error, 'suggestion_needs_more') ? named : [];
  const isOutdated = isRefusedFor(accepting.error, 'suggestion_outdated');
  const namesOf = (keys: readonly string[]) => {
    const ids = idsOf(places, keys);
    const names = suggestion.places.flatMap(({ exhibitorId, exhibitorName }) =>
      ids.has(exhibitorId) ? [exhibitorName] : [],
    );
    const each = [...new Set(names)];
    return each.length > NAMED_IN_BUTTON
      ? m.suggest_accept_several({ count: formatCount(each.length, language) })
      : listed(each, language);
  };
  const take = (keys: ReadonlySet<string>, into: typeof setAdded) => {
    into((before) => new Set([...before, ...keys]));
    accepting.reset();
  };

  return (
    <section className={classes.part} aria-labelledby={titleId} data-testid="accept">
      <h2 id={titleId}>{m.suggest_accept_title()}</h2>
      <div className={classes.labelled}>
        <span aria-hidden>{m.suggest_accept_part()}</span>
        <Choice
          label={m.suggest_accept_part()}
          value={kind}
          options={[
            { value: 'all', name: m.suggest_accept_all() },
            { value: 'newcomers', name: m.suggest_accept_newcomers() },
            { value: 'delegation', name: m.suggest_accept_delegation() },
            { value: 'chosen', name: m.suggest_accept_chosen() },
          ]}
          onChoose={(next) => {
            beginAnew();
            setKind(next);
          }}
        />
      </div>
      {kind === 'delegation' && (
        <select
          className={classes.select}
          aria-label={m.suggest_accept_whose()}
          value={whose}
          onChange={(event) => {
            beginAnew();
            setDelegation(event.currentTarget.value);
          }}
        >
          {delegations.map((id) => (
            <option key={id} value={id ?? NO_DELEGATION}>
              {id === null
                ? m.suggest_accept_whose_none()
                : (nameOfDelegation.get(id) ?? m.plan_delegation())}
            </option>
          ))}
        </select>
      )}
      {kind === 'chosen' && <Chosen changing={changing} chosen={chosen} onChoose={setChosen} />}
      <Along of={alongThere} />
      {strangers.length > 0 && (
        <p className={notes.warn} role="status">
          {m.suggest_accept_elsewhere({
            names: listed(
              strangers.map(({ exhibitorName }) => exhibitorName),
              language,
            ),
          })}
        </p>
      )}
      {going.size === 0 ? (
        <p className={notes.quiet} role="status">
          {m.suggest_accept_none()}
        </p>
      ) : (
        <>
          <div className={classes.labelled}>
            <span aria-hidden>{m.firm_label()}</span>
            <FirmnessChoice firmness={firmness} onChoose={setFirmness} />
          </div>
          <p role="status" data-testid="accept-will">
            {m.suggest_accept_will({ deeds })}
          </p>
          {firmness.forMinutes !== undefined && counts.moved > 0 && (
            <p className={notes.warn} role="status">
              {m.suggest_accept_moved_firm({
                count: formatCount(counts.moved, language),
                state: stateWords[firmness.state](),
                term: termText(firmness.forMinutes),
              })}
            </p>
          )}
        </>
      )}
      {accepting.error && <ProblemLine problem={accepting.error} />}
      <div className={classes.deeds}>
        <button
          type="button"
          className={buttons.main}
          disabled={going.size === 0 || accepting.isPending}
          onClick={() => accepting.mutate()}
        >
          {m.suggest_accept_do()}
        </button>
        {missing.length > 0 && (
          <button
            type="button"
            className={buttons.button}
            onClick={() => take(new Set(missing), setAdded)}
          >
            <UserPlus size={18} aria-hidden />
            {m.suggest_accept_add({ names: namesOf(missing) })}
          </button>
        )}
        {isOutdated && named.length < going.size && (
          <button
            type="button"
            className={buttons.button}
            onClick={() => take(new Set(named), setLeftOut)}
          >
            <UserMinus size={18} aria-hidden />
            {m.suggest_accept_leave_out({ names: namesOf(named) })}
          </button>
        )}
        {(strangers.length > 0 || isOutdated) && (
          <button
            type="button"
            className={buttons.button}
            disabled={isAsking}
            onClick={() => onAsk(suggestion.choice)}
          >
            <RefreshCw size={18} aria-hidden />
            {m.suggest_accept_again()}
          </button>
        )}
      </div>
    </section>
  );
}

const idsOf = (
  places: readonly { key: string; exhibitorId: string }[],
  keys: readonly string[],
): ReadonlySet<string> =>
  new Set(places.filter(({ key }) => keys.includes(key)).map(({ exhibitorId }) => exhibitorId));

const stateWords: Record<State, () => string> = {
  confirmed: m.firm_filter_given,
  held: m.firm_state_held,
  offered: m.firm_state_offered,
};

const giveWords = {
  confirmed: m.suggest_accept_give,
  held: m.suggest_accept_hold,
  offered: m.suggest_accept_offer,
};

function deedsText(
  { given, moved, untouched }: Record<Deed, number>,
  state: State,
  language: 'vi' | 'en',
): string {
  const told = [
    given > 0 && giveWords[state]({ count: formatCount(given, language) }),
    moved > 0 && m.suggest_accept_move({ count: formatCount(moved, language) }),
    untouched > 0 && m.suggest_accept_leave({ count: formatCount(untouched, language) }),
  ];
  return listed(
    told.filter((each) => each !== false),
    language,
  );
}

const isRefusedFor = (problem: Error | null, code: string) =>
  problem instanceof Problem && problem.code === code;

/* The places that a refusal speaks of. */
function keysNamedBy(problem: Error | null): string[] {
  const keys = problem instanceof Problem ? problem.details.keys : undefined;
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
}
