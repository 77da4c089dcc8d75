import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Download } from 'lucide-react';
import { formatCount } from '../i18n/numbers';
import { useLanguage } from '../i18n/language';
import { dayInWords } from '../my/day-words';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { saveCsv } from '../ui/save-file';
import { SearchField } from '../ui/search-field';
import { Sheet } from '../ui/sheet';
import { ErrorState, Skeleton } from '../ui/states';
import classes from './dossier.module.css';
import { DossierKinds } from './dossier-kinds';
import { DossierLines } from './dossier-lines';
import { dossiersQuery } from './dossier-requests';
import type { Dossier, Dossiers } from './dossier-requests';
import { countsOf, dossiersWith, TROUBLES, troublesCsv } from './dossier.rules';
import type { DossierState } from './dossier.rules';
import { stateWords } from './state-words';

const ROWS_AT_ONCE = 100;

interface DossiersPartProps {
  fairId: string;
  onClose: () => void;
}

/** What exhibitors are asked to show, and how it stands with each: missing, run out, running out. */
export function DossiersPart({ fairId, onClose }: DossiersPartProps) {
  const list = useQuery(dossiersQuery(fairId));
  return (
    <section aria-label={m.dossier_title()} className={classes.part}>
      <div className={classes.head}>
        <button type="button" className={buttons.button} onClick={onClose}>
          <ArrowLeft size={18} aria-hidden />
          {m.roster_back()}
        </button>
        <h2>{m.dossier_title()}</h2>
      </div>
      {list.isError && !list.data ? (
        <ErrorState problem={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Skeleton shapes={[160, 56, 72, 72]} />
      ) : (
        <>
          <DossierKinds fairId={fairId} kinds={list.data.kinds} />
          {list.data.kinds.length > 0 && list.data.dossiers.length > 0 && (
            <DossierList fairId={fairId} list={list.data} />
          )}
        </>
      )}
    </section>
  );
}

function DossierList({ fairId, list }: { fairId: string; list: Dossiers }) {
  const { language } = useLanguage();
  const counts = countsOf(list.dossiers);
  const states = [...TROUBLES.filter((state) => counts.has(state)), 'all'] as const;
  const [chosen, setShown] = useState<DossierState | 'all' | null>(null);
  const [typed, setTyped] = useState('');
  const [most, setMost] = useState(ROWS_AT_ONCE);
  const [openId, setOpen] = useState<string | null>(null);
  const shown = chosen !== null && states.some((state) => state === chosen) ? chosen : states[0];
  const found = dossiersWith(list.dossiers, shown ?? 'all', typed);
  const open = list.dossiers.find(({ exhibitorId }) => exhibitorId === openId);
  const count = (number: number) => formatCount(number, language);
  const isTrouble = (state: DossierState) => TROUBLES.some((each) => each === state);
  const isShown = (state: DossierState) => (shown === 'all' ? isTrouble(state) : state === shown);
  const save = () =>
    saveCsv(
      'phien-dossiers.csv',
      troublesCsv(list, found, {
        language,
        heads: [
          m.people_col_exhibitor(),
          m.dossier_csv_kind(),
          m.dossier_csv_state(),
          m.dossier_expires_on(),
        ],
        isShown,
        stateWord: (state) => stateWords[state](),
      }),
    );
  return (
    <div className={classes.card}>
      <div className={classes.states} role="group" aria-label={m.dossier_states()}>
        {states.map((state) => (
          <button
            key={state}
            type="button"
            className={classes.state}
            data-state={state}
            aria-pressed={state === shown}
            onClick={() => {
              setShown(state);
              setMost(ROWS_AT_ONCE);
            }}
          >
            {state === 'all'
              ? m.dossier_all({ count: count(list.dossiers.length) })
              : m.dossier_state_count({
                  state: stateWords[state](),
                  count: count(counts.get(state) ?? 0),
                })}
          </button>
        ))}
      </div>
      <div className={classes.tools}>
        <SearchField label={m.dossier_search()} typed={typed} onType={setTyped} />
        <button type="button" className={buttons.button} onClick={save}>
          <Download size={18} aria-hidden />
          {m.dossier_save()}
        </button>
      </div>
      {found.length === 0 && (
        <p className={classes.quiet} role="status">
          {m.dossier_none_found()}
        </p>
      )}
      <ul className={classes.rows} data-testid="dossiers">
        {found.slice(0, most).map((dossier) => (
          <DossierRow
            key={dossier.exhibitorId}
            dossier={dossier}
            list={list}
            isShown={isShown}
            onOpen={() => setOpen(dossier.exhibitorId)}
          />
        ))}
      </ul>
      {found.length > most && (
        <button
          type="button"
          className={buttons.button}
          onClick={() => setMost(most + ROWS_AT_ONCE)}
        >
          {m.dossier_more({ count: count(found.length - most) })}
        </button>
      )}
      {open && (
        <Sheet title={open.exhibitorName} onClose={() => setOpen(null)}>
          <div className={classes.sheet}>
            <DossierLines
              owner={{ fairId, exhibitorId: open.exhibitorId }}
              dossier={open}
              kinds={list.kinds}
            />
          </div>
        </Sheet>
      )}
    </div>
  );
}

interface DossierRowProps {
  dossier: Dossier;
  list: Dossiers;
  isShown: (state: DossierState) => boolean;
  onOpen: () => void;
}

function DossierRow({ dossier, list, isShown, onOpen }: DossierRowProps) {
  const { language } = useLanguage();
  const names = new Map(
    list.kinds.map(({ id, nameVi, nameEn }) => [id, language === 'vi' ? nameVi : nameEn]),
  );
  const lines = dossier.lines.filter(({ state }) => isShown(state));
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <strong>{dossier.exhibitorName}</strong>
        {lines.length === 0 && <p className={classes.quiet}>{m.dossier_in_order()}</p>}
        <ul>
          {lines.map(({ kindId, state, items: [best] }) => (
            <li key={kindId} className={classes.trouble}>
              <span className={classes.mark} data-state={state}>
                {stateWords[state]()}
              </span>
              <span>
                {names.get(kindId)}
                {best?.expiresOn && ` · ${dayInWords(best.expiresOn, language)}`}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <button
        type="button"
        className={buttons.button}
        aria-label={m.dossier_open_of({ name: dossier.exhibitorName })}
        onClick={onOpen}
      >
        {m.dossier_open()}
      </button>
    </li>
  );
}
