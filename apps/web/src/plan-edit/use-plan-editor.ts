import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { Problem } from '../api/problem';
import { m } from '../paraglide/messages.js';
import { useToast } from '../ui/toast';
import {
  adding,
  aligning,
  distributing,
  duplicates,
  freeCode,
  moving,
  removing,
  renumbering,
  rotating,
  zoneAt,
} from './arrange.rules';
import type { Box, Numbering, Side } from './arrange.rules';
import { DraftKeeper, asOpened, openingOf } from './draft-keeper';
import type { KeeperState } from './draft-keeper';
import { boothsIn, drawn, freshSheet, hallOf, redone, stepBetween, undone } from './drawing.rules';
import type { Draft, Drawing, Hall, Item, Sheet, Step } from './drawing.rules';
import { keptStep } from './kept-step';
import { newItem } from './new-item';
import type { Tool } from './tools';
import { whoSaved } from './who-saved';

const COPY_ASIDE_CM = 50;

/** Everything on the drawing desk: the sheet, what is chosen, the tool in hand, how it is saved. */
export function usePlanEditor(fairId: string, draft: Draft) {
  const say = useToast();
  const [opening] = useState(() => openingOf(draft, keptStep(fairId)));
  const [sheet, setSheet] = useState<Sheet>(() => freshSheet(opening.drawing));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [tool, setTool] = useState<Tool>('select');
  const copied = useRef<readonly Item[]>([]);
  const { drawing } = sheet;

  const tell = useEffectEvent((problem: Problem) =>
    say({ tone: 'news', text: m.edit_merged({ what: whoSaved(problem) }) }),
  );
  const keeper = useRef<DraftKeeper>(null);
  const [kept, setKept] = useState<KeeperState>(() => ({
    ...asOpened(draft),
    clash: opening.clash,
  }));
  useEffect(() => {
    const made = new DraftKeeper(fairId, draft, opening.clash, {
      show: setKept,
      /* What came from others is no step of one's own: it is not taken back by undoing. */
      adopt: (next) => setSheet((before) => ({ ...before, drawing: next })),
      tell: (what) => tell(what),
    });
    keeper.current = made;
    return () => made.close();
  }, [fairId, draft, opening]);
  useEffect(() => keeper.current?.take(drawing), [drawing]);

  const chosen = useMemo(
    () => [...selected].flatMap((id) => drawing.items.get(id) ?? []),
    [selected, drawing],
  );
  const booths = useMemo(() => boothsIn(drawing), [drawing]);
  const chosenBooths = chosen.filter((item) => item.what === 'booth');

  const take = (step: Step, isNudge = false) => setSheet((before) => drawn(before, step, isNudge));
  const add = (items: readonly Item[]) => {
    take(adding(items));
    setSelected(new Set(items.map(({ id }) => id)));
  };

  return {
    fairId,
    drawing,
    booths,
    selected,
    chosen,
    chosenBooths,
    tool,
    kept,
    canUndo: sheet.past.length > 0,
    canRedo: sheet.future.length > 0,
    setTool,
    choose: (ids: readonly string[], how: 'only' | 'toggle' | 'add' = 'only') =>
      setSelected((before) => {
        if (how === 'only') return new Set(ids);
        const next = new Set(before);
        for (const id of ids) {
          if (how === 'toggle' && next.has(id)) next.delete(id);
          else next.add(id);
        }
        return next;
      }),
    chooseAll: () => setSelected(new Set(booths.map(({ id }) => id))),
    undo: () => setSheet(undone),
    redo: () => setSheet(redone),
    take,
    add,
    move: (dxCm: number, dyCm: number, isCopy = false) => {
      if (isCopy) add(duplicates(drawing, chosen, dxCm, dyCm));
      else take(moving(chosen, dxCm, dyCm));
    },
    nudge: (dxCm: number, dyCm: number) => take(moving(chosen, dxCm, dyCm), true),
    duplicate: () => {
      if (chosen.length > 0) add(duplicates(drawing, chosen, COPY_ASIDE_CM, COPY_ASIDE_CM));
    },
    copy: () => {
      copied.current = chosen;
    },
    paste: () => {
      if (copied.current.length > 0) {
        add(duplicates(drawing, copied.current, COPY_ASIDE_CM, COPY_ASIDE_CM));
      }
    },
    remove: () => {
      if (chosen.length === 0) return;
      take(removing(chosen));
      setSelected(new Set());
      say({ text: m.edit_removed({ count: chosen.length }), undo: () => setSheet(undone) });
    },
    align: (side: Side) => take(aligning(chosen, side)),
    distribute: (along: 'x' | 'y') => take(distributing(chosen, along)),
    rotate: () => {
      if (chosen.length > 0) take(rotating(chosen));
    },
    renumber: (numbering: Numbering) => take(renumbering(chosenBooths, numbering)),
    setHall: (hall: Partial<Hall>) => {
      const before = hallOf(drawing);
      take({ changes: [], hall: { before, after: { ...before, ...hall } } });
    },
    /** A box drawn with a tool becomes what the tool draws; a booth needs a zone, so one is made. */
    place: (kind: Tool, box: Box, isTap: boolean) => {
      const items = newItem(drawing, kind, box, isTap);
      if (items.length > 0) add(items);
    },
    zoneFor: (box: Box): { zoneId: string; made: Item[] } => {
      const known = zoneAt(drawing, box);
      if (known !== null) return { zoneId: known, made: [] };
      const made = newItem(drawing, 'zone', { ...drawingBox(drawing) }, false);
      return { zoneId: made[0]?.id ?? '', made };
    },
    freeBoothCode: (first: string) => freeCode(drawing, 'booth', first),
    wasPublished: () => keeper.current?.wasPublished(),
    settle: async () => (await keeper.current?.settle()) ?? false,
    decide: (whose: 'mine' | 'theirs' | 'both') => {
      const made = keeper.current;
      if (!made) return;
      const { mine, clashes = [] } = made.view.clash ?? {};
      const next = made.decide(whose === 'mine' ? 'mine' : 'theirs');
      if (whose === 'both') {
        /* Theirs holds, and one's own stands beside it as a copy, chosen, to be looked at. */
        const own = clashes.flatMap(({ after }) => after ?? []);
        const copies = duplicates(next, own, COPY_ASIDE_CM, COPY_ASIDE_CM);
        setSheet((before) => drawn({ ...before, drawing: next }, adding(copies)));
        setSelected(new Set(copies.map(({ id }) => id)));
        return;
      }
      setSheet((before) => {
        if (whose === 'mine' || !mine) return { ...before, drawing: next };
        /* Theirs holds, and one's own stays within reach: undoing brings it back. */
        return { drawing: next, past: [...before.past, stepBetween(mine, next)], future: [] };
      });
    },
  };
}

const drawingBox = ({ hallWidthCm, hallDepthCm }: Drawing): Box => ({
  xCm: 0,
  yCm: 0,
  widthCm: hallWidthCm,
  depthCm: hallDepthCm,
});

export type Editor = ReturnType<typeof usePlanEditor>;
