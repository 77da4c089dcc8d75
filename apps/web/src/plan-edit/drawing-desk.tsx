import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import {
  CloudOff,
  Check,
  Download,
  Keyboard,
  LoaderCircle,
  Maximize,
  Redo2,
  ShieldAlert,
  ShieldCheck,
  Undo2,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import type { Fair } from '../api/client';
import { queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Choice } from '../ui/choice';
import { boundsOf } from './arrange.rules';
import { BackdropPanel } from './backdrop-panel';
import type { Box, RowWish } from './arrange.rules';
import { ClashDialog } from './clash-dialog';
import classes from './drawing-desk.module.css';
import { DrawingPicture } from './drawing-picture';
import type { PictureHandle } from './drawing-picture';
import { DrawingTable } from './drawing-table';
import type { Draft, Fault } from './drawing.rules';
import { EditKeys } from './edit-keys';
import { ExportDialog } from './export-dialog';
import { FaultsPanel } from './faults-panel';
import { Inspector } from './inspector';
import { PublishDialog } from './publish-dialog';
import { RenumberDialog } from './renumber-dialog';
import { RowDialog, wishFrom } from './row-dialog';
import { isIdle, TOOLS } from './tools';
import type { Tool } from './tools';
import { useBackdrop } from './use-backdrop';
import { usePlanEditor } from './use-plan-editor';
import type { Editor } from './use-plan-editor';

const route = getRouteApi('/plan/edit');

type Asked =
  | { what: 'row'; wish: Partial<RowWish> }
  | { what: 'renumber' }
  | { what: 'publish' }
  | { what: 'export' }
  | { what: 'keys' };

const ARROWS: Readonly<Record<string, [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The drawing desk: tools, the drawing or its table, what is chosen, and the way to the fair. */
export function DrawingDesk({ fair, draft }: { fair: Fair; draft: Draft }) {
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { view = 'plan' } = route.useSearch();
  const editor = usePlanEditor(fair.id, draft);
  const under = useBackdrop(fair.id);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [hasFaults, setFaults] = useState(false);
  const picture = useRef<PictureHandle>(null);
  const pointed = useRef<HTMLSpanElement>(null);
  const inspector = useRef<HTMLElement>(null);
  const soldIds = useMemo(() => new Set(draft.soldBoothIds), [draft]);
  const { chosen, booths, kept, tool } = editor;

  const metres = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const point = ({ xCm, yCm }: { xCm: number; yCm: number }) => {
    if (!pointed.current) return;
    pointed.current.textContent = `${metres.format(xCm / 100)} · ${metres.format(yCm / 100)} m`;
  };
  const place = (kind: Tool, box: Box, isTap: boolean) => {
    if (kind === 'row') setAsked({ what: 'row', wish: wishFrom(box, isTap) });
    else editor.place(kind, box, isTap);
    editor.setTool('select');
  };
  const placeInMiddle = () => {
    const middle = picture.current?.middle() ?? { xCm: 0, yCm: 0 };
    const at = { xCm: Math.round(middle.xCm / 10) * 10, yCm: Math.round(middle.yCm / 10) * 10 };
    place(tool, { ...at, widthCm: 0, depthCm: 0 }, true);
  };
  const publish = async () => {
    if (await editor.settle()) setAsked({ what: 'publish' });
  };
  const showFault = (fault: Fault) => {
    editor.choose(fault.itemIds);
    if (view === 'list') look('plan');
    requestAnimationFrame(() => picture.current?.show(fault));
  };
  const look = (next: 'plan' | 'list') =>
    void navigate({
      to: '/plan/edit',
      search: { fair: fair.code, view: next === 'plan' ? undefined : next },
      replace: true,
    });
  const nextBooth = (by: 1 | -1): boolean => {
    const at = booths.findIndex(({ id }) => id === chosen[0]?.id);
    const next = booths[at + by];
    if (chosen.length !== 1 || at === -1 || !next) return false;
    editor.choose([next.id]);
    picture.current?.show(next);
    return true;
  };

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    const isInForm =
      target instanceof HTMLElement && target.matches('input, select, textarea, dialog, dialog *');
    if (asked !== null || kept.clash || isInForm) return;
    const done = () => event.preventDefault();
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const isOnPicture = target instanceof HTMLElement && target.dataset.testid === 'drawing';
    if (event.ctrlKey || event.metaKey) {
      const act = {
        z: event.shiftKey ? editor.redo : editor.undo,
        y: editor.redo,
        a: editor.chooseAll,
        d: editor.duplicate,
        c: editor.copy,
        v: editor.paste,
      }[key];
      if (act && !(key === 'c' && window.getSelection()?.toString())) {
        done();
        act();
      }
      return;
    }
    if (event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow && (isOnPicture || (chosen.length > 0 && target === document.body))) {
      done();
      const cm = event.shiftKey ? 100 : 10;
      if (tool === 'backdrop') {
        under.move(arrow[0] * cm, arrow[1] * cm);
        return;
      }
      const [first] = booths;
      if (chosen.length === 0) {
        if (first) editor.choose([first.id]);
        return;
      }
      editor.nudge(arrow[0] * cm, arrow[1] * cm);
      return;
    }
    if (event.shiftKey && event.code === 'Digit1') {
      done();
      picture.current?.fit();
      return;
    }
    if (event.key === 'Tab' && isOnPicture) {
      if (nextBooth(event.shiftKey ? -1 : 1)) done();
      return;
    }
    if (event.key === 'Enter' && (isOnPicture || target === document.body)) {
      done();
      if (!isIdle(tool)) placeInMiddle();
      else inspector.current?.querySelector<HTMLElement>('input, select')?.focus();
      return;
    }
    if (event.key === 'Escape') {
      if (picture.current?.letGo()) return;
      if (under.points !== null) {
        under.endCalibration();
        return;
      }
      if (tool !== 'select') editor.setTool('select');
      else editor.choose([]);
      return;
    }
    const remove = () => (tool === 'backdrop' ? void under.remove() : editor.remove());
    const face = TOOLS.find((each) => each.key === key);
    const act = {
      Delete: remove,
      Backspace: remove,
      '?': () => setAsked({ what: 'keys' }),
      '+': () => picture.current?.zoom(1.5),
      '=': () => picture.current?.zoom(1.5),
      '-': () => picture.current?.zoom(1 / 1.5),
      q: editor.rotate,
      n: () => editor.chosenBooths.length > 0 && setAsked({ what: 'renumber' }),
    }[key];
    if (act) {
      done();
      act();
    } else if (face && !event.shiftKey) {
      done();
      editor.setTool(face.tool);
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    const space = (event: KeyboardEvent) => {
      const view = document.querySelector<HTMLElement>('[data-testid="drawing"]');
      if (event.code !== 'Space' || !view || event.target !== view) return;
      event.preventDefault();
      view.dataset.panning = String(event.type === 'keydown');
    };
    document.addEventListener('keydown', listen);
    document.addEventListener('keydown', space);
    document.addEventListener('keyup', space);
    return () => {
      document.removeEventListener('keydown', listen);
      document.removeEventListener('keydown', space);
      document.removeEventListener('keyup', space);
    };
  }, []);
  /* A closed tab would lose at most what this device could not keep. */
  const isUnsaved = kept.save.kind !== 'saved';
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);

  const blocking = kept.faults.filter(({ isBlocking }) => isBlocking).length;
  const said = chosen.length > 0 ? boundsOf(chosen) : null;
  return (
    <div className={classes.desk} data-view={view} data-fills>
      <div className={classes.top}>
        <h1 className={classes.title}>{m.edit_title()}</h1>
        <SaveState editor={editor} />
        <div className={classes.tools}>
          <IconButton
            icon={Undo2}
            says={m.edit_undo()}
            isOff={!editor.canUndo}
            onDo={editor.undo}
          />
          <IconButton
            icon={Redo2}
            says={m.edit_redo()}
            isOff={!editor.canRedo}
            onDo={editor.redo}
          />
          <IconButton
            icon={Download}
            says={m.sheet_export()}
            onDo={() => setAsked({ what: 'export' })}
          />
          <IconButton
            icon={Keyboard}
            says={m.plan_keys()}
            isForDesk
            onDo={() => setAsked({ what: 'keys' })}
          />
        </div>
        <Choice
          label={m.plan_views()}
          value={view}
          options={[
            { value: 'plan', name: m.plan_view_plan() },
            { value: 'list', name: m.plan_view_list() },
          ]}
          onChoose={look}
        />
        <button
          type="button"
          className={`${buttons.button} ${classes.check}`}
          aria-pressed={hasFaults}
          data-found={kept.faults.length > 0}
          onClick={() => setFaults(!hasFaults)}
        >
          {kept.faults.length > 0 ? (
            <ShieldAlert size={18} aria-hidden />
          ) : (
            <ShieldCheck size={18} aria-hidden />
          )}
          {m.edit_check({ count: kept.faults.length })}
        </button>
        <Link to="/plan" search={{ fair: fair.code }} className={buttons.button}>
          {m.edit_to_plan()}
        </Link>
        <button
          type="button"
          className={buttons.main}
          disabled={kept.differenceCount === 0 && kept.save.kind === 'saved'}
          onClick={() => void publish()}
        >
          {m.edit_publish_button({ count: kept.differenceCount })}
        </button>
      </div>
      <div className={classes.rail} role="toolbar" aria-label={m.edit_tools()}>
        {TOOLS.map(({ tool: each, key, icon: Icon, name }) => (
          <button
            key={each}
            type="button"
            aria-pressed={tool === each}
            aria-label={name()}
            title={`${name()} (${key.toUpperCase()})`}
            onClick={() => editor.setTool(each)}
          >
            <Icon size={20} aria-hidden />
            <span aria-hidden>{name()}</span>
          </button>
        ))}
      </div>
      <div className={classes.middle}>
        <div className={classes.sheet} hidden={view !== 'plan'}>
          <DrawingPicture
            ref={picture}
            editor={editor}
            under={under}
            onPlace={place}
            onPoint={point}
          />
          <div className={classes.foot}>
            <span className={classes.pointed} ref={pointed} aria-hidden />
            <span className={classes.size}>
              {said &&
                m.edit_size({
                  count: chosen.length,
                  width: metres.format(said.widthCm / 100),
                  depth: metres.format(said.depthCm / 100),
                })}
            </span>
            <IconButton
              icon={ZoomIn}
              says={m.plan_zoom_in()}
              onDo={() => picture.current?.zoom(1.5)}
            />
            <IconButton
              icon={ZoomOut}
              says={m.plan_zoom_out()}
              onDo={() => picture.current?.zoom(1 / 1.5)}
            />
            <IconButton
              icon={Maximize}
              says={m.plan_zoom_fit()}
              onDo={() => picture.current?.fit()}
            />
          </div>
        </div>
        {view === 'list' && <DrawingTable editor={editor} soldIds={soldIds} />}
      </div>
      <aside
        ref={inspector}
        className={classes.side}
        data-open={hasFaults || tool === 'backdrop' || chosen.length > 0}
      >
        {tool === 'backdrop' ? (
          <BackdropPanel desk={under} onClose={() => editor.setTool('select')} />
        ) : hasFaults ? (
          <FaultsPanel faults={kept.faults} onShow={showFault} onClose={() => setFaults(false)} />
        ) : (
          <Inspector
            editor={editor}
            soldIds={soldIds}
            onRenumber={() => setAsked({ what: 'renumber' })}
          />
        )}
      </aside>
      <p className="onlyForReaders" aria-live="polite">
        {chosen.length > 0 && m.edit_said({ count: chosen.length })}
        {blocking > 0 && ` ${m.edit_said_faults({ count: blocking })}`}
      </p>
      {asked?.what === 'row' && (
        <RowDialog
          editor={editor}
          wish={asked.wish}
          onClose={() => {
            setAsked(null);
            editor.setTool('select');
            picture.current?.focus();
          }}
        />
      )}
      {asked?.what === 'renumber' && (
        <RenumberDialog
          editor={editor}
          onClose={() => {
            setAsked(null);
            picture.current?.focus();
          }}
        />
      )}
      {asked?.what === 'publish' && (
        <PublishDialog
          editor={editor}
          onClose={() => setAsked(null)}
          onPublished={() => {
            void queryClient.invalidateQueries({ queryKey: ['plan', fair.id] });
            void queryClient.invalidateQueries({ queryKey: ['fair', fair.id] });
          }}
        />
      )}
      {asked?.what === 'export' && <ExportDialog editor={editor} onClose={() => setAsked(null)} />}
      {asked?.what === 'keys' && <EditKeys onClose={() => setAsked(null)} />}
      {kept.clash && <ClashDialog clash={kept.clash} onDecide={editor.decide} />}
    </div>
  );
}

interface IconButtonProps {
  icon: typeof Undo2;
  says: string;
  isOff?: boolean;
  isForDesk?: boolean;
  onDo: () => void;
}

function IconButton({ icon: Icon, says, isOff, isForDesk, onDo }: IconButtonProps) {
  return (
    <button
      type="button"
      className={`${buttons.quiet} ${isForDesk ? classes.onlyDesk : ''}`}
      aria-label={says}
      title={says}
      disabled={isOff}
      onClick={onDo}
    >
      <Icon size={20} aria-hidden />
    </button>
  );
}

/** "Đã lưu 10:32", "Đang lưu…", "Chưa lưu – mất mạng": always true, and read out when it changes. */
function SaveState({ editor }: { editor: Editor }) {
  const { language } = useLanguage();
  const { save } = editor.kept;
  const clock = (at: string) =>
    new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
      hour: '2-digit',
      minute: '2-digit',
    }).format(new Date(at));
  const isTroubled = save.kind === 'offline' || save.kind === 'refused';
  const words = {
    saved: () =>
      save.kind === 'saved' && save.at ? m.edit_saved_at({ time: clock(save.at) }) : m.edit_saved(),
    waiting: m.edit_saving,
    saving: m.edit_saving,
    offline: m.edit_offline,
    refused: () =>
      m.edit_refused({
        reason:
          save.kind === 'refused' ? (save.problem.sentence(language) ?? save.problem.code) : '',
      }),
  }[save.kind];
  const Icon = {
    saved: Check,
    waiting: LoaderCircle,
    saving: LoaderCircle,
    offline: CloudOff,
    refused: CloudOff,
  }[save.kind];
  return (
    <p
      className={classes.save}
      data-state={save.kind}
      data-testid="save-state"
      role={isTroubled ? 'status' : undefined}
    >
      <Icon size={16} aria-hidden />
      <span>{words()}</span>
    </p>
  );
}
