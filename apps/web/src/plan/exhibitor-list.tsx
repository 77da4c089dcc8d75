import { memo, useDeferredValue, useId, useMemo, useState } from 'react';
import type { KeyboardEvent, PointerEvent, Ref } from 'react';
import { GripVertical, Search, X } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { Choice } from '../ui/choice';
import classes from './exhibitor-list.module.css';
import type { Exhibitor } from './plan-requests';
import {
  delegationsOf,
  everyone,
  exhibitorsFor,
  mostPointsFirst,
  searchTextOf,
} from './plan.rules';
import type { Filter } from './plan.rules';
import { placeText } from './use-plan-desk';
import type { Desk } from './use-plan-desk';

interface ExhibitorListProps {
  desk: Desk;
  /** What place each asked for when it applied, by its id. */
  wishes: ReadonlyMap<string, string>;
  /** Enter in the search box, with an exhibitor chosen. */
  onEnter: () => void;
  onEscape: () => void;
  onDrag: (exhibitor: Exhibitor, event: PointerEvent<HTMLElement>) => void;
  searchRef: Ref<HTMLInputElement>;
}

/** Everyone who may stand somewhere: searched without marks, chosen by click, keys or drag. */
export function ExhibitorList(props: ExhibitorListProps) {
  const { desk, wishes, onEnter, onEscape, onDrag, searchRef } = props;
  const { language } = useLanguage();
  const listId = useId();
  const [filter, setFilter] = useState<Filter>(everyone);
  const text = useDeferredValue(filter.text);
  const searchable = useMemo(
    () => desk.exhibitors.map((exhibitor) => ({ exhibitor, searchText: searchTextOf(exhibitor) })),
    [desk.exhibitors],
  );
  const delegations = useMemo(
    () => delegationsOf(desk.exhibitors, language),
    [desk.exhibitors, language],
  );
  const shown = useMemo(
    () => mostPointsFirst(exhibitorsFor(searchable, { ...filter, text }), desk.pointsOf),
    [searchable, filter, text, desk.pointsOf],
  );
  const chosenId = desk.moving ? null : (desk.exhibitor?.id ?? null);
  const optionId = (id: string) => `${listId}-${id}`;

  const onKeyDown = (event: KeyboardEvent) => {
    /* The list follows the text a moment later; a key means what is typed. */
    const found =
      text === filter.text
        ? shown
        : mostPointsFirst(exhibitorsFor(searchable, filter), desk.pointsOf);
    const at = found.findIndex(({ id }) => id === chosenId);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = found[at === -1 ? (step > 0 ? 0 : found.length - 1) : at + step];
      if (!next) return;
      desk.chooseExhibitor(next.id);
      document.getElementById(optionId(next.id))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const [first] = found;
      if (at === -1 && first) desk.chooseExhibitor(first.id);
      else onEnter();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (filter.text === '') onEscape();
      else setFilter({ ...filter, text: '' });
    }
  };

  return (
    <section className={classes.panel} aria-label={m.plan_exhibitors()}>
      <div className={classes.head}>
        <div className={classes.search}>
          <Search size={18} aria-hidden />
          <input
            ref={searchRef}
            type="text"
            role="combobox"
            aria-expanded
            aria-controls={listId}
            aria-activedescendant={chosenId === null ? undefined : optionId(chosenId)}
            aria-label={m.plan_search()}
            aria-keyshortcuts="/"
            placeholder={m.plan_search()}
            title={m.plan_search_key()}
            autoComplete="off"
            spellCheck={false}
            value={filter.text}
            onChange={(event) => setFilter({ ...filter, text: event.target.value })}
            onKeyDown={onKeyDown}
          />
          {filter.text !== '' && (
            <button
              type="button"
              onClick={() => setFilter({ ...filter, text: '' })}
              aria-label={m.plan_search_clear()}
            >
              <X size={18} aria-hidden />
            </button>
          )}
        </div>
        <div className={classes.filters}>
          <Choice
            label={m.plan_filter()}
            value={filter.booths}
            options={[
              { value: 'all', name: m.plan_filter_all() },
              { value: 'waiting', name: m.plan_filter_waiting() },
              { value: 'placed', name: m.plan_filter_placed() },
            ]}
            onChoose={(booths) => setFilter({ ...filter, booths })}
          />
          {delegations.length > 0 && (
            <select
              className={classes.select}
              aria-label={m.plan_delegation()}
              value={filter.delegation}
              onChange={(event) => setFilter({ ...filter, delegation: event.target.value })}
            >
              <option value="all">{m.plan_delegation_all()}</option>
              <option value="none">{m.plan_delegation_none()}</option>
              {delegations.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </div>
        <p className={classes.count} aria-live="polite">
          {m.plan_found({ count: formatCount(shown.length, language) })}
        </p>
      </div>
      {shown.length === 0 ? (
        <div className={classes.none}>
          <strong>{m.plan_found_none_title()}</strong>
          <p>
            {desk.exhibitors.length === 0
              ? m.plan_no_exhibitors()
              : text === ''
                ? m.plan_found_none_filter()
                : m.plan_found_none_text({ text })}
          </p>
        </div>
      ) : null}
      <ul id={listId} className={classes.list} role="listbox" aria-label={m.plan_exhibitors()}>
        {shown.map((exhibitor) => (
          <Row
            key={exhibitor.id}
            id={optionId(exhibitor.id)}
            exhibitor={exhibitor}
            points={desk.pointsOf.get(exhibitor.id)}
            isChosen={exhibitor.id === chosenId}
            place={placeText(exhibitor, language)}
            wish={wishes.get(exhibitor.id) ?? null}
            delegation={language === 'vi' ? exhibitor.delegationNameVi : exhibitor.delegationNameEn}
            onChoose={desk.chooseExhibitor}
            onDrag={onDrag}
          />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  id: string;
  exhibitor: Exhibitor;
  points: number | undefined;
  isChosen: boolean;
  place: string;
  wish: string | null;
  delegation: string | null;
  onChoose: (id: string | null) => void;
  onDrag: (exhibitor: Exhibitor, event: PointerEvent<HTMLElement>) => void;
}

const Row = memo(
  function Row(props: RowProps) {
    const { id, exhibitor, points, isChosen, place, wish, delegation, onChoose, onDrag } = props;
    return (
      <li
        id={id}
        role="option"
        aria-selected={isChosen}
        className={classes.row}
        onClick={() => onChoose(isChosen ? null : exhibitor.id)}
        onPointerDown={(event) => {
          if (event.pointerType === 'mouse') onDrag(exhibitor, event);
        }}
      >
        <span
          className={classes.grip}
          title={m.plan_drag({ name: exhibitor.name })}
          onPointerDown={(event) => onDrag(exhibitor, event)}
          aria-hidden
        >
          <GripVertical size={16} />
        </span>
        <span className={classes.who}>
          <span className={classes.name}>{exhibitor.name}</span>
          <span className={classes.place}>
            {place}
            {delegation !== null && ` · ${delegation}`}
            {points !== undefined && ` · ${m.points_of({ count: points })}`}
          </span>
          {wish !== null && <span className={classes.place}>{wish}</span>}
        </span>
        <span className={classes.codes}>
          {exhibitor.boothCodes.map((code) => (
            <span key={code} className={classes.code}>
              {code}
            </span>
          ))}
        </span>
      </li>
    );
  },
  (before, after) =>
    before.exhibitor === after.exhibitor &&
    before.points === after.points &&
    before.isChosen === after.isChosen &&
    before.place === after.place &&
    before.wish === after.wish,
);
