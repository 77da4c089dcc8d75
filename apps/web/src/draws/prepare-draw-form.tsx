import { useId, useState } from 'react';
import { foldText, newId } from '@phien/kernel';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import fields from '../my/field.module.css';
import { boothsQuery, exhibitorsQuery, zonesQuery } from '../plan/plan-requests';
import { searchTextOf } from '../plan/plan.rules';
import buttons from '../ui/buttons.module.css';
import { Choice } from '../ui/choice';
import { ProblemLine } from '../ui/problem-line';
import { ErrorState, Skeleton } from '../ui/states';
import { prepareDraw } from './draw-requests';
import type { Draw, DrawWish } from './draw-requests';
import classes from './draws.module.css';

interface PrepareDrawFormProps {
  fairId: string;
  onPrepared: (draw: Draw) => void;
  onCancel: () => void;
}

/** Who draws for what: everyone without a booth, for the free booths of some zones, unless changed. */
export function PrepareDrawForm({ fairId, onPrepared, onCancel }: PrepareDrawFormProps) {
  const { language } = useLanguage();
  const hintId = useId();
  const asked = [
    useQuery(exhibitorsQuery(fairId)),
    useQuery(boothsQuery(fairId)),
    useQuery(zonesQuery(fairId)),
  ] as const;
  const [id] = useState(newId);
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<DrawWish['kind']>('places');
  const [byPoints, setByPoints] = useState(false);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [zoneIds, setZoneIds] = useState<ReadonlySet<string> | null>(null);
  const preparing = useMutation({
    mutationFn: (wish: DrawWish) => prepareDraw(fairId, wish),
    onSuccess: onPrepared,
  });
  const [exhibitors, booths, zones] = [asked[0].data, asked[1].data, asked[2].data];
  const failed = asked.find(({ isError, data }) => isError && !data);
  if (failed?.error) {
    return <ErrorState problem={failed.error} onRetry={() => void failed.refetch()} />;
  }
  if (!exhibitors || !booths || !zones) return <Skeleton shapes={[48, 48, 320]} />;

  const free = booths.filter(({ freeSixths }) => freeSixths === 6);
  const selling = zones.filter(
    (zone) => zone.kind === 'selling' && free.some(({ zoneId }) => zoneId === zone.id),
  );
  const waiting = exhibitors.filter(({ boothCodes }) => boothCodes.length === 0);
  const drawing = chosen ?? new Set(waiting.map((exhibitor) => exhibitor.id));
  const inZones = zoneIds ?? new Set(selling.map((zone) => zone.id));
  const boothIds = free.filter(({ zoneId }) => inZones.has(zoneId)).map((booth) => booth.id);
  const shown = exhibitors.filter((exhibitor) =>
    searchTextOf(exhibitor).includes(foldText(typed.trim())),
  );
  const toggled = (set: ReadonlySet<string>, one: string) =>
    new Set(set.has(one) ? [...set].filter((each) => each !== one) : [...set, one]);
  const isShort = kind === 'places' && boothIds.length < drawing.size;
  const isReady = title.trim() !== '' && drawing.size >= 2 && !isShort;

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        preparing.mutate({
          id,
          title: title.trim(),
          kind,
          exhibitorIds: exhibitors.map((each) => each.id).filter((each) => drawing.has(each)),
          boothIds: kind === 'places' ? boothIds : [],
          byPoints: kind === 'order' && byPoints,
        });
      }}
    >
      <label className={fields.field}>
        <span className={fields.label}>{m.draw_title()}</span>
        <input
          className={fields.control}
          value={title}
          maxLength={120}
          required
          placeholder={m.draw_title_example()}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </label>
      <div className={classes.kind}>
        <Choice
          label={m.draw_kind()}
          value={kind}
          options={[
            { value: 'places', name: m.draw_kind_places() },
            { value: 'order', name: m.draw_kind_order() },
          ]}
          onChoose={setKind}
        />
      </div>
      {kind === 'order' && (
        <label className={classes.check}>
          <input
            type="checkbox"
            checked={byPoints}
            onChange={(event) => setByPoints(event.currentTarget.checked)}
          />
          <span>{m.draw_by_points()}</span>
        </label>
      )}
      {kind === 'places' && (
        <fieldset className={classes.group}>
          <legend>{m.draw_zones()}</legend>
          {selling.length === 0 && <p className={classes.quiet}>{m.draw_no_free_booths()}</p>}
          {selling.map((zone) => (
            <label key={zone.id} className={classes.check}>
              <input
                type="checkbox"
                checked={inZones.has(zone.id)}
                onChange={() => setZoneIds(toggled(inZones, zone.id))}
              />
              <span>
                {language === 'vi' ? zone.nameVi : zone.nameEn}{' '}
                <span className={classes.quiet}>
                  {m.draw_free({
                    count: formatCount(
                      free.filter(({ zoneId }) => zoneId === zone.id).length,
                      language,
                    ),
                  })}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <fieldset className={classes.group}>
        <legend>{m.draw_who()}</legend>
        <div className={classes.filter}>
          <input
            className={fields.control}
            type="search"
            aria-label={m.draw_search()}
            placeholder={m.draw_search()}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <button
            type="button"
            className={buttons.button}
            onClick={() => setChosen(new Set([...drawing, ...shown.map((each) => each.id)]))}
          >
            {m.draw_choose_shown()}
          </button>
          <button
            type="button"
            className={buttons.button}
            onClick={() => {
              const gone = new Set(shown.map((each) => each.id));
              setChosen(new Set([...drawing].filter((each) => !gone.has(each))));
            }}
          >
            {m.draw_leave_shown()}
          </button>
        </div>
        <ul className={classes.choices}>
          {shown.map((exhibitor) => (
            <li key={exhibitor.id}>
              <label className={classes.check}>
                <input
                  type="checkbox"
                  checked={drawing.has(exhibitor.id)}
                  onChange={() => setChosen(toggled(drawing, exhibitor.id))}
                />
                <span>
                  {exhibitor.name}{' '}
                  {exhibitor.boothCodes.length > 0 && (
                    <span className={classes.quiet}>
                      {m.draw_has({ codes: exhibitor.boothCodes.join(', ') })}
                    </span>
                  )}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <p className={isShort ? classes.warn : classes.quiet} role="status" id={hintId}>
        {kind === 'places'
          ? m.draw_places_of({
              exhibitors: formatCount(drawing.size, language),
              booths: formatCount(boothIds.length, language),
            })
          : m.draw_order_of({ exhibitors: formatCount(drawing.size, language) })}{' '}
        {isShort ? m.draw_short() : m.draw_freezes()}
      </p>
      {preparing.error && <ProblemLine problem={preparing.error} />}
      <div className={classes.deeds}>
        <button
          type="submit"
          className={buttons.main}
          disabled={!isReady || preparing.isPending}
          aria-describedby={hintId}
        >
          {m.draw_prepare()}
        </button>
        <button type="button" className={buttons.button} onClick={onCancel}>
          {m.draw_cancel()}
        </button>
      </div>
    </form>
  );
}
