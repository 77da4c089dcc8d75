import { memo, useState } from 'react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Choice } from '../ui/choice';
import { changing } from './arrange.rules';
import classes from './drawing-table.module.css';
import { featuresIn, zonesIn } from './drawing.rules';
import type { DrawnZone, Item } from './drawing.rules';
import { ChoiceField, MetresField, TextField } from './fields';
import { CODE, facingOptions } from './inspector';
import { kindWords } from './tools';
import type { Editor } from './use-plan-editor';

interface DrawingTableProps {
  editor: Editor;
  soldIds: ReadonlySet<string>;
}

const AT_ONCE = 60;
type Shown = 'booth' | 'zone' | 'feature';

/** The drawing as a table: the same things, changed in their cells, chosen by their boxes. */
export function DrawingTable({ editor, soldIds }: DrawingTableProps) {
  const { language } = useLanguage();
  const [shown, setShown] = useState<Shown>('booth');
  const [most, setMost] = useState(AT_ONCE);
  const { drawing, booths, selected } = editor;
  const zones = zonesIn(drawing);
  const byCode = (a: { code: string }, b: { code: string }) =>
    a.code.localeCompare(b.code, 'vi', { numeric: true });
  const rows: Item[] =
    shown === 'booth'
      ? [...booths].sort(byCode)
      : shown === 'zone'
        ? [...zones].sort(byCode)
        : featuresIn(drawing).sort((a, b) => a.kind.localeCompare(b.kind));
  const options = zones.map((zone) => ({ value: zone.id, name: zoneName(zone, language) }));
  return (
    <section className={classes.panel} aria-label={m.edit_table()}>
      <div className={classes.head}>
        <Choice
          label={m.edit_table_shows()}
          value={shown}
          options={[
            { value: 'booth', name: m.edit_table_booths() },
            { value: 'zone', name: m.edit_table_zones() },
            { value: 'feature', name: m.edit_table_features() },
          ]}
          onChoose={(next) => {
            setShown(next);
            setMost(AT_ONCE);
          }}
        />
        <span className={classes.count}>
          {m.edit_table_count({ count: formatCount(rows.length, language) })}
        </span>
      </div>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={m.edit_table()}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">
                <span className="onlyForReaders">{m.edit_table_chosen()}</span>
              </th>
              <th scope="col">{shown === 'feature' ? m.edit_table_kind() : m.edit_code()}</th>
              {shown === 'booth' ? (
                <>
                  <th scope="col">{m.edit_zone()}</th>
                  <th scope="col">{m.edit_faces()}</th>
                </>
              ) : (
                <th scope="col">{m.edit_name_vi()}</th>
              )}
              <th scope="col">{m.edit_width()}</th>
              <th scope="col">{m.edit_depth()}</th>
              <th scope="col">{m.edit_x()}</th>
              <th scope="col">{m.edit_y()}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((item) => (
              <Row
                key={item.id}
                item={item}
                zones={options}
                isChosen={selected.has(item.id)}
                hasSold={soldIds.has(item.id)}
                take={editor.take}
                choose={editor.choose}
              />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className={classes.none}>{m.edit_table_none()}</p>}
        {rows.length > most && (
          <button
            type="button"
            className={`${buttons.button} ${classes.more}`}
            onClick={() => setMost(most + AT_ONCE)}
          >
            {m.edit_table_more({ count: Math.min(AT_ONCE, rows.length - most) })}
          </button>
        )}
      </div>
    </section>
  );
}

const zoneName = ({ code, nameVi, nameEn }: DrawnZone, language: 'vi' | 'en') =>
  `${code} – ${language === 'vi' ? nameVi : nameEn}`;

interface RowProps {
  item: Item;
  zones: readonly { value: string; name: string }[];
  isChosen: boolean;
  hasSold: boolean;
  take: Editor['take'];
  choose: Editor['choose'];
}

const Row = memo(
  function Row({ item, zones, isChosen, hasSold, take, choose }: RowProps) {
    const set = (after: Item) => take(changing([item], () => after));
    const name = item.what === 'feature' ? kindWords[item.kind]() : item.code;
    return (
      <tr className={isChosen ? classes.chosen : undefined}>
        <td>
          <input
            type="checkbox"
            checked={isChosen}
            aria-label={m.edit_table_choose({ name })}
            onChange={() => choose([item.id], 'toggle')}
          />
        </td>
        <th scope="row">
          {item.what === 'feature' ? (
            name
          ) : (
            <TextField
              label={m.edit_code()}
              isLabelHidden
              value={item.code}
              most={12}
              isFixed={hasSold}
              fits={(text) => CODE.test(text)}
              onSet={(code) => set({ ...item, code })}
            />
          )}
        </th>
        {item.what === 'booth' ? (
          <>
            <td className={classes.wide}>
              <ChoiceField
                label={m.edit_zone()}
                isLabelHidden
                value={item.zoneId}
                options={zones}
                isFixed={hasSold}
                onSet={(zoneId) => set({ ...item, zoneId })}
              />
            </td>
            <td className={classes.faces}>
              <ChoiceField
                label={m.edit_faces()}
                isLabelHidden
                value={item.faces}
                options={facingOptions()}
                onSet={(faces) => set({ ...item, faces })}
              />
            </td>
          </>
        ) : (
          <td className={classes.wide}>
            <TextField
              label={m.edit_name_vi()}
              isLabelHidden
              value={item.nameVi}
              most={200}
              fits={(text) => text !== '' || item.what === 'feature'}
              onSet={(nameVi) => set({ ...item, nameVi })}
            />
          </td>
        )}
        {(['widthCm', 'depthCm', 'xCm', 'yCm'] as const).map((field) => (
          <td key={field}>
            <MetresField
              label={fieldWords[field]()}
              isLabelHidden
              cm={item[field]}
              least={field === 'widthCm' || field === 'depthCm' ? 10 : undefined}
              isFixed={hasSold && (field === 'widthCm' || field === 'depthCm')}
              onSet={(cm) => set({ ...item, [field]: cm })}
            />
          </td>
        ))}
      </tr>
    );
  },
  /* What is done with a row is always done to the sheet as it is then. */
  (before, after) =>
    before.item === after.item &&
    before.isChosen === after.isChosen &&
    before.hasSold === after.hasSold &&
    before.zones.length === after.zones.length &&
    before.zones.every((zone, at) => zone.name === after.zones[at]?.name),
);

const fieldWords = { widthCm: m.edit_width, depthCm: m.edit_depth, xCm: m.edit_x, yCm: m.edit_y };
