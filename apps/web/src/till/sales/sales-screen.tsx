import { useState } from 'react';
import { useLanguage } from '../../i18n/language';
import { formatHourMinute } from '../../i18n/times';
import { m } from '../../paraglide/messages.js';
import { useSellingTill } from '../core/till-context';
import { openView } from '../core/view';
import type { IssuedDocument } from '../keep/read-till';
import { RefusalNote } from '../outbox/refusal-note';
import { Chips, TextField } from '../ui/fields';
import { useVnd } from '../ui/parts';
import ui from '../ui/ui.module.css';
import { SaleSheet } from './sale-sheet';
import classes from './sales.module.css';
import { listed, stateOf } from './sales.rules';
import type { SaleState } from './sales.rules';

const stateName: Record<SaleState, () => string> = {
  sent: m.till_state_sent,
  waiting: m.till_state_waiting,
  problem: m.till_state_problem,
};

const kindName: Record<IssuedDocument['kind'], () => string> = {
  sale: m.till_kind_sale,
  refund: m.till_kind_refund,
  void: m.till_kind_void,
  shift_open: m.till_kind_shift_open,
  shift_close: m.till_kind_shift_close,
  cash_move: m.till_kind_cash_move,
};

/** What this phone issued today, and whether the ledger has it. */
export function SalesScreen() {
  const { state, catalogue } = useSellingTill();
  const { language } = useLanguage();
  const vnd = useVnd();
  const [filter, setFilter] = useState<SaleState | 'all'>(
    state.problemCount > 0 ? 'problem' : 'all',
  );
  const [typed, setTyped] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const rows = listed(state.documents, filter, typed);
  const open = state.documents.find(({ id }) => id === openId);
  const undoneBy = new Map(
    state.documents.map(({ kind, content }) => [content.originalId, kind] as const),
  );
  const { timeZone } = catalogue.fair;
  const timeOf = ({ content }: IssuedDocument) =>
    formatHourMinute(
      new Date(Date.parse(content.at) + content.clockOffsetMs).toISOString(),
      timeZone,
      language,
    );
  return (
    <main className={`${ui.page} ${ui.stack}`}>
      <div className={ui.between}>
        <h1 className={ui.heading}>{m.till_sales_title()}</h1>
        <button type="button" className={ui.link} onClick={() => openView('sell')}>
          {m.till_back_to_sell()}
        </button>
      </div>
      <RefusalNote />
      <TextField label={m.till_sales_search()} value={typed} onChange={setTyped} longest={60} />
      <Chips<SaleState | 'all'>
        label={m.till_filters()}
        options={[
          { value: 'all', name: m.till_all() },
          { value: 'sent', name: stateName.sent() },
          { value: 'waiting', name: stateName.waiting() },
          { value: 'problem', name: stateName.problem() },
        ]}
        chosen={filter}
        onChoose={setFilter}
      />
      {rows.length === 0 ? (
        <p className={classes.none}>{m.till_sales_none()}</p>
      ) : (
        <ul className={classes.rows}>
          {rows.map((row) => (
            <li key={row.id}>
              <button type="button" className={classes.row} onClick={() => setOpenId(row.id)}>
                <span className={classes.what}>
                  <strong>
                    {m.till_number_of({ number: row.sequence })} · {timeOf(row)}
                  </strong>
                  <span className={ui.muted}>
                    {kindName[row.kind]()}
                    {undoneBy.has(row.id) &&
                      ` · ${undoneBy.get(row.id) === 'void' ? m.till_undone_void() : m.till_undone_refund()}`}
                  </span>
                </span>
                <span className={classes.amount}>
                  <strong>{vnd(row.content.totalVnd)}</strong>
                  <span className={`${classes.state} ${classes[stateOf(row)]}`}>
                    {stateName[stateOf(row)]()}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {open && <SaleSheet issued={open} onClose={() => setOpenId(null)} />}
    </main>
  );
}
