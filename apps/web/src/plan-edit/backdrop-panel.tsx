import { useId, useState } from 'react';
import { ImageUp, Ruler, Trash2, X } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { tagOf } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Skeleton } from '../ui/states';
import classes from './backdrop-panel.module.css';
import { distanceCm } from './backdrop.rules';
import panels from './faults-panel.module.css';
import { MetresField } from './fields';
import inspector from './inspector.module.css';
import type { BackdropDesk } from './use-backdrop';

interface BackdropPanelProps {
  desk: BackdropDesk;
  onClose: () => void;
}

/** The picture under the plan: chosen, made to size, moved, dimmed, locked, taken away. */
export function BackdropPanel({ desk, onClose }: BackdropPanelProps) {
  const { backdrop, points, place } = desk;
  return (
    <section className={panels.panel} aria-label={m.backdrop_title()} data-testid="backdrop">
      <header className={panels.head}>
        <h2>{m.backdrop_title()}</h2>
        <button
          type="button"
          className={buttons.quiet}
          onClick={onClose}
          aria-label={m.plan_close()}
        >
          <X size={20} aria-hidden />
        </button>
      </header>
      {desk.refused && (
        <p className={classes.refused} role="alert">
          {desk.refused}
        </p>
      )}
      {desk.cannotRead && (
        <>
          <p className={classes.refused}>{m.backdrop_unreachable()}</p>
          <button type="button" className={buttons.button} onClick={desk.readAgain}>
            {m.backdrop_again()}
          </button>
        </>
      )}
      {desk.isReading && <Skeleton shapes={[40, 40]} />}
      {backdrop && points !== null && <Calibration desk={desk} />}
      {backdrop && points === null && (
        <>
          <p className={inspector.facts}>
            {backdrop.isLocked ? m.backdrop_is_locked() : m.backdrop_how()}
          </p>
          <button
            type="button"
            className={buttons.button}
            disabled={backdrop.isLocked}
            onClick={desk.beginCalibration}
          >
            <Ruler size={18} aria-hidden />
            {m.backdrop_calibrate()}
          </button>
          <div className={inspector.pair}>
            <MetresField
              label={m.edit_x()}
              cm={backdrop.xCm}
              isFixed={backdrop.isLocked}
              onSet={(xCm) => place({ xCm })}
            />
            <MetresField
              label={m.edit_y()}
              cm={backdrop.yCm}
              isFixed={backdrop.isLocked}
              onSet={(yCm) => place({ yCm })}
            />
            <MetresField
              label={m.edit_width()}
              cm={backdrop.widthCm}
              least={10}
              isFixed={backdrop.isLocked}
              onSet={(widthCm) => place({ widthCm })}
            />
            <MetresField
              label={m.edit_depth()}
              cm={backdrop.depthCm}
              isFixed
              onSet={() => undefined}
            />
          </div>
          <Opacity
            percent={backdrop.opacityPercent}
            onSet={(opacityPercent) => place({ opacityPercent })}
          />
          <label className={classes.check}>
            <input
              type="checkbox"
              checked={backdrop.isLocked}
              onChange={(event) => place({ isLocked: event.target.checked })}
            />
            {m.backdrop_lock()}
          </label>
        </>
      )}
      {points === null && !desk.isReading && !desk.cannotRead && (
        <>
          {!backdrop && <p className={inspector.facts}>{m.backdrop_what()}</p>}
          <div className={inspector.actions}>
            <Chosen desk={desk} />
            {backdrop && (
              <button type="button" className={buttons.button} onClick={() => void desk.remove()}>
                <Trash2 size={18} aria-hidden />
                {m.backdrop_remove()}
              </button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

function Chosen({ desk }: { desk: BackdropDesk }) {
  return (
    <label className={`${buttons.main} ${classes.choose}`} aria-disabled={desk.isLaying}>
      <ImageUp size={18} aria-hidden />
      {desk.isLaying
        ? m.backdrop_laying()
        : desk.backdrop
          ? m.backdrop_choose_other()
          : m.backdrop_choose()}
      <input
        type="file"
        accept="image/png,image/jpeg,image/webp,image/svg+xml,.svg"
        disabled={desk.isLaying}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) desk.lay(file);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}

function Opacity({ percent, onSet }: { percent: number; onSet: (percent: number) => void }) {
  const id = useId();
  return (
    <div className={classes.slider}>
      <label htmlFor={id}>{m.backdrop_opacity({ percent })}</label>
      <input
        id={id}
        type="range"
        min={5}
        max={100}
        step={5}
        value={percent}
        onChange={(event) => onSet(Number(event.target.value))}
      />
    </div>
  );
}

/** Two points of the picture, and how far apart they are in truth. */
function Calibration({ desk }: { desk: BackdropDesk }) {
  const { language } = useLanguage();
  const [first, second] = desk.points ?? [];
  const isCm = first && second ? distanceCm(first, second) : null;
  const [wantedCm, setWanted] = useState<number | null>(null);
  const [isRefused, setRefusedNow] = useState(false);
  const metres = new Intl.NumberFormat(tagOf(language), { maximumFractionDigits: 2 });
  const step = !first
    ? m.backdrop_first_point()
    : !second
      ? m.backdrop_second_point()
      : m.backdrop_distance_now({ metres: metres.format((isCm ?? 0) / 100) });
  return (
    <>
      <p className={inspector.facts} role="status">
        {step}
      </p>
      {isCm !== null && (
        <MetresField
          label={m.backdrop_distance()}
          cm={wantedCm ?? Math.round(isCm)}
          least={1}
          onSet={setWanted}
        />
      )}
      {isRefused && (
        <p className={classes.refused} role="alert">
          {m.backdrop_not_so_large()}
        </p>
      )}
      <div className={inspector.actions}>
        <button type="button" className={buttons.button} onClick={desk.endCalibration}>
          {m.edit_cancel()}
        </button>
        <button
          type="button"
          className={buttons.main}
          disabled={isCm === null}
          onClick={() => setRefusedNow(!desk.calibrate(wantedCm ?? Math.round(isCm ?? 0)))}
        >
          {m.backdrop_calibrate_now()}
        </button>
      </div>
    </>
  );
}
