import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import classes from './popup.module.css';

interface PopupProps {
  /** What the button says to a reader of the screen. */
  label: string;
  face: ReactNode;
  /** `under`: hangs from the button's right edge. `card`: covers the width of its positioned parent. */
  place: 'under' | 'card';
  buttonClass?: string;
  children: ReactNode;
}

/** A button that opens a small panel; Escape, a click elsewhere or leaving it closes. */
export function Popup({ label, face, place, buttonClass, children }: PopupProps) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();

  useEffect(() => {
    if (!isOpen) return;
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, [isOpen]);

  return (
    <div
      ref={box}
      className={place === 'under' ? classes.box : undefined}
      onBlur={(event) => {
        const next = event.relatedTarget;
        if (next instanceof Node && !event.currentTarget.contains(next)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className={buttonClass}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {face}
      </button>
      {isOpen && (
        <div id={panelId} className={`${classes.panel} ${classes[place]}`}>
          {children}
        </div>
      )}
    </div>
  );
}
