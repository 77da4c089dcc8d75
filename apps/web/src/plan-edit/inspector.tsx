import type { ReactNode } from 'react';
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  Copy,
  Hash,
  RotateCw,
  Trash2,
} from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { changing } from './arrange.rules';
import type { Side } from './arrange.rules';
import { hallOf, zonesIn } from './drawing.rules';
import type { DrawnBooth, Item } from './drawing.rules';
import { ChoiceField, MetresField, TextField } from './fields';
import classes from './inspector.module.css';
import { kindWords } from './tools';
import type { Editor } from './use-plan-editor';

/** As the server takes it: a letter or digit first, and nothing that breaks a line or an address. */
export const CODE = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ./-]{0,11}$/u;
const LEAST_CM = 10;

export const facingOptions = () => [
  { value: 'north' as const, name: m.edit_north() },
  { value: 'east' as const, name: m.edit_east() },
  { value: 'south' as const, name: m.edit_south() },
  { value: 'west' as const, name: m.edit_west() },
];

/** What all of them have in common, or null. */
function common<Value>(
  items: readonly Item[],
  read: (item: Item) => Value | undefined,
): Value | null {
  const [first, ...others] = items.map(read);
  return first !== undefined && others.every((value) => value === first) ? first : null;
}

interface InspectorProps {
  editor: Editor;
  soldIds: ReadonlySet<string>;
  onRenumber: () => void;
}

/** What is chosen, in words and figures that can be changed; one thing, or what many have in common. */
export function Inspector({ editor, soldIds, onRenumber }: InspectorProps) {
  const { chosen } = editor;
  return (
    <section className={classes.panel} aria-label={m.edit_inspector()} data-testid="inspector">
      {chosen.length === 0 ? (
        <HallFields editor={editor} />
      ) : (
        <ChosenFields editor={editor} soldIds={soldIds} onRenumber={onRenumber} />
      )}
    </section>
  );
}

function HallFields({ editor }: { editor: Editor }) {
  const { language } = useLanguage();
  const { drawing, booths } = editor;
  const hall = hallOf(drawing);
  const squareMetres = booths.reduce(
    (sum, { widthCm, depthCm }) => sum + (widthCm * depthCm) / 10_000,
    0,
  );
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    maximumFractionDigits: 1,
  });
  return (
    <>
      <h2 className={classes.title}>{m.edit_hall()}</h2>
      <p className={classes.facts}>
        {m.edit_hall_facts({
          booths: number.format(booths.length),
          area: number.format(squareMetres),
        })}
      </p>
      <div className={classes.pair}>
        <MetresField
          label={m.edit_hall_width()}
          cm={hall.hallWidthCm}
          least={100}
          onSet={(hallWidthCm) => editor.setHall({ hallWidthCm })}
        />
        <MetresField
          label={m.edit_hall_depth()}
          cm={hall.hallDepthCm}
          least={100}
          onSet={(hallDepthCm) => editor.setHall({ hallDepthCm })}
        />
        <MetresField
          label={m.edit_least_aisle()}
          cm={hall.leastAisleCm}
          least={80}
          onSet={(leastAisleCm) => editor.setHall({ leastAisleCm })}
        />
      </div>
      <p className={classes.facts}>{m.edit_choose_something()}</p>
    </>
  );
}

/* A booth without a note has no such field at all, so that two of them are the same. */
function noted({ note: _, ...booth }: DrawnBooth, note: string): DrawnBooth {
  return note === '' ? booth : { ...booth, note };
}

function ChosenFields({ editor, soldIds, onRenumber }: InspectorProps) {
  const { language } = useLanguage();
  const { chosen, chosenBooths, drawing } = editor;
  const [only, second] = chosen;
  const areBooths = chosenBooths.length === chosen.length;
  const haveSold = chosenBooths.some(({ id }) => soldIds.has(id));
  const set = (change: (item: Item) => Item) => editor.take(changing(chosen, change));
  const setBooths = (change: Partial<DrawnBooth>) =>
    set((item) => (item.what === 'booth' ? { ...item, ...change } : item));
  const zones = zonesIn(drawing);
  return (
    <>
      <h2 className={classes.title}>{titleOf(chosen)}</h2>
      {haveSold && <p className={classes.note}>{m.edit_sold_note()}</p>}
      {only && !second && only.what !== 'feature' && (
        <TextField
          key={`code ${only.id}`}
          label={only.what === 'booth' ? m.edit_code() : m.edit_zone_code()}
          value={only.code}
          most={12}
          isFixed={haveSold}
          fits={(text) => CODE.test(text)}
          onSet={(code) => set((item) => (item.what === 'feature' ? item : { ...item, code }))}
        />
      )}
      {only && !second && only.what !== 'booth' && (
        <>
          <TextField
            key={`vi ${only.id}`}
            label={m.edit_name_vi()}
            value={only.nameVi}
            most={200}
            fits={(text) => text !== '' || only.what === 'feature'}
            onSet={(nameVi) => set((item) => (item.what === 'booth' ? item : { ...item, nameVi }))}
          />
          <TextField
            key={`en ${only.id}`}
            label={m.edit_name_en()}
            value={only.nameEn}
            most={200}
            fits={(text) => text !== '' || only.what === 'feature'}
            onSet={(nameEn) => set((item) => (item.what === 'booth' ? item : { ...item, nameEn }))}
          />
        </>
      )}
      {areBooths && (
        <div className={classes.pair}>
          <ChoiceField
            label={m.edit_zone()}
            value={common(chosen, (item) => (item.what === 'booth' ? item.zoneId : undefined))}
            options={zones.map(({ id, code, nameVi, nameEn }) => ({
              value: id,
              name: `${code} – ${language === 'vi' ? nameVi : nameEn}`,
            }))}
            isFixed={haveSold}
            onSet={(zoneId) => setBooths({ zoneId })}
          />
          <ChoiceField
            label={m.edit_faces()}
            value={common(chosen, (item) => (item.what === 'booth' ? item.faces : undefined))}
            options={facingOptions()}
            onSet={(faces) => setBooths({ faces })}
          />
        </div>
      )}
      {areBooths && (
        <TextField
          key={`note ${chosen.map(({ id }) => id).join(' ')}`}
          label={m.edit_note()}
          value={common(chosen, (item) => (item.what === 'booth' ? (item.note ?? '') : undefined))}
          most={300}
          onSet={(note) => set((item) => (item.what === 'booth' ? noted(item, note) : item))}
        />
      )}
      {chosen.every(({ what }) => what === 'zone') && (
        <ChoiceField
          label={m.edit_zone_kind()}
          value={common(chosen, (item) => (item.what === 'zone' ? item.kind : undefined))}
          options={[
            { value: 'selling' as const, name: m.edit_zone_selling() },
            { value: 'stage' as const, name: m.edit_zone_stage() },
            { value: 'exhibition' as const, name: m.edit_zone_exhibition() },
          ]}
          onSet={(kind) => set((item) => (item.what === 'zone' ? { ...item, kind } : item))}
        />
      )}
      <div className={classes.pair}>
        <MetresField
          label={m.edit_width()}
          cm={common(chosen, ({ widthCm }) => widthCm)}
          least={LEAST_CM}
          isFixed={haveSold}
          onSet={(widthCm) => set((item) => ({ ...item, widthCm }))}
        />
        <MetresField
          label={m.edit_depth()}
          cm={common(chosen, ({ depthCm }) => depthCm)}
          least={LEAST_CM}
          isFixed={haveSold}
          onSet={(depthCm) => set((item) => ({ ...item, depthCm }))}
        />
        <MetresField
          label={m.edit_x()}
          cm={common(chosen, ({ xCm }) => xCm)}
          onSet={(xCm) => set((item) => ({ ...item, xCm }))}
        />
        <MetresField
          label={m.edit_y()}
          cm={common(chosen, ({ yCm }) => yCm)}
          onSet={(yCm) => set((item) => ({ ...item, yCm }))}
        />
      </div>
      <div className={classes.actions}>
        <Action
          icon={<RotateCw size={18} aria-hidden />}
          says={m.edit_rotate()}
          onDo={editor.rotate}
        />
        <Action
          icon={<Copy size={18} aria-hidden />}
          says={m.edit_duplicate()}
          onDo={editor.duplicate}
        />
        {chosenBooths.length > 0 && (
          <Action
            icon={<Hash size={18} aria-hidden />}
            says={m.edit_renumber()}
            onDo={onRenumber}
          />
        )}
        <Action
          icon={<Trash2 size={18} aria-hidden />}
          says={m.edit_remove()}
          onDo={editor.remove}
        />
      </div>
      {second && <Arranging editor={editor} />}
    </>
  );
}

const sides: readonly { side: Side; icon: typeof AlignStartVertical; says: () => string }[] = [
  { side: 'west', icon: AlignStartVertical, says: m.edit_align_west },
  { side: 'center', icon: AlignCenterVertical, says: m.edit_align_center },
  { side: 'east', icon: AlignEndVertical, says: m.edit_align_east },
  { side: 'north', icon: AlignStartHorizontal, says: m.edit_align_north },
  { side: 'middle', icon: AlignCenterHorizontal, says: m.edit_align_middle },
  { side: 'south', icon: AlignEndHorizontal, says: m.edit_align_south },
];

function Arranging({ editor }: { editor: Editor }) {
  return (
    <div className={classes.arrange} role="group" aria-label={m.edit_arrange()}>
      {sides.map(({ side, icon: Icon, says }) => (
        <button
          key={side}
          type="button"
          className={buttons.quiet}
          aria-label={says()}
          title={says()}
          onClick={() => editor.align(side)}
        >
          <Icon size={20} aria-hidden />
        </button>
      ))}
      {editor.chosen.length > 2 && (
        <>
          <button
            type="button"
            className={buttons.quiet}
            aria-label={m.edit_distribute_x()}
            title={m.edit_distribute_x()}
            onClick={() => editor.distribute('x')}
          >
            <AlignHorizontalDistributeCenter size={20} aria-hidden />
          </button>
          <button
            type="button"
            className={buttons.quiet}
            aria-label={m.edit_distribute_y()}
            title={m.edit_distribute_y()}
            onClick={() => editor.distribute('y')}
          >
            <AlignVerticalDistributeCenter size={20} aria-hidden />
          </button>
        </>
      )}
    </div>
  );
}

function Action({ icon, says, onDo }: { icon: ReactNode; says: string; onDo: () => void }) {
  return (
    <button type="button" className={buttons.button} onClick={onDo}>
      {icon}
      {says}
    </button>
  );
}

function titleOf(chosen: readonly Item[]): string {
  const [only, second] = chosen;
  if (!only) return '';
  if (second) {
    return chosen.every(({ what }) => what === 'booth')
      ? m.edit_many_booths({ count: chosen.length })
      : m.edit_many({ count: chosen.length });
  }
  if (only.what === 'booth') return m.edit_one_booth({ code: only.code });
  if (only.what === 'zone') return m.edit_one_zone({ code: only.code });
  return kindWords[only.kind]();
}
