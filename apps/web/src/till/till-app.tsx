import { Suspense, useEffect, useState } from 'react';
import { Lock, Menu } from './ui/icons';
import { m } from '../paraglide/messages.js';
import { useTill } from './core/till-context';
import { useView } from './core/view';
import { warningsOf } from './core/warnings.rules';
import {
  CloseShiftScreen,
  EnrolScreen,
  fetchTheRest,
  MenuSheet,
  OpenShiftScreen,
  PinScreen,
  ReadyScreen,
  SalesScreen,
  SellScreen,
  ShiftResultScreen,
} from './screens';
import { SyncChip } from './sync-chip';
import classes from './till-app.module.css';

export function TillApp() {
  return (
    <Suspense fallback={<Wait />}>
      <WhatIsDue />
    </Suspense>
  );
}

function Wait() {
  return (
    <p className={classes.wait} role="status">
      {m.loading()}
    </p>
  );
}

/** The till: which screen is due follows from what is kept, so a reload comes back to the same one. */
function WhatIsDue() {
  const { till, state } = useTill();
  const view = useView();
  const [isJustEnrolled, setJustEnrolled] = useState(false);
  const [isMenuOpen, setMenuOpen] = useState(false);
  useEffect(() => void fetchTheRest(), []);
  useEffect(() => {
    const note = () => till.noteActivity();
    window.addEventListener('pointerdown', note);
    window.addEventListener('keydown', note);
    return () => {
      window.removeEventListener('pointerdown', note);
      window.removeEventListener('keydown', note);
    };
  }, [till]);
  const { catalogue, signedIn } = state;
  if (!catalogue || (view === 'enrol' && !isJustEnrolled)) {
    return <EnrolScreen onEnrolled={() => setJustEnrolled(true)} />;
  }
  if (isJustEnrolled) return <ReadyScreen onStart={() => setJustEnrolled(false)} />;
  const isKnown =
    signedIn !== null &&
    (signedIn.id === null || catalogue.cashiers.some(({ id }) => id === signedIn.id));
  return (
    <div className={classes.till}>
      <header className={classes.head}>
        <div className={classes.booth}>
          <strong>{catalogue.boothCode}</strong>
          <span title={catalogue.exhibitorName}>{catalogue.exhibitorName}</span>
        </div>
        <SyncChip />
        {isKnown && (
          <button
            type="button"
            className={classes.icon}
            onClick={() => void till.lock()}
            aria-label={m.till_lock()}
          >
            <Lock size={22} aria-hidden />
          </button>
        )}
        <button
          type="button"
          className={classes.icon}
          data-warns={warningsOf(state).length > 0}
          onClick={() => setMenuOpen(true)}
          aria-label={m.till_menu()}
        >
          <Menu size={24} aria-hidden />
        </button>
      </header>
      <div className={classes.screen}>
        <Suspense fallback={<Wait />}>{isKnown ? <Screen /> : <PinScreen />}</Suspense>
      </div>
      {isMenuOpen && (
        <Suspense>
          <MenuSheet isUnlocked={isKnown} onClose={() => setMenuOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

function Screen() {
  const { state } = useTill();
  const view = useView();
  if (state.closedShiftId !== null) return <ShiftResultScreen />;
  if (view === 'sales') return <SalesScreen />;
  if (state.shift === null) return <OpenShiftScreen />;
  return view === 'close' ? <CloseShiftScreen /> : <SellScreen />;
}
