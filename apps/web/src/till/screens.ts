import { lazy } from 'react';
import { untilHere } from './core/until-here';

const start = () => untilHere(() => import('./start'));
const sell = () => untilHere(() => import('./sell/sell-screen'));
const counter = () => untilHere(() => import('./counter'));
const office = () => untilHere(() => import('./office'));

/*
 * What is not on the first screen comes right behind it, so that a cheap phone sells sooner; see
 * `fetchTheRest`.
 */
export const EnrolScreen = lazy(async () => ({ default: (await start()).EnrolScreen }));
export const ReadyScreen = lazy(async () => ({ default: (await start()).ReadyScreen }));
export const PinScreen = lazy(async () => ({ default: (await start()).PinScreen }));
export const OpenShiftScreen = lazy(async () => ({ default: (await start()).OpenShiftScreen }));
export const SellScreen = lazy(async () => ({ default: (await sell()).SellScreen }));
export const CounterSheet = lazy(async () => ({ default: (await counter()).CounterSheet }));
export const ScannerEar = lazy(async () => ({ default: (await counter()).ScannerEar }));
export const ParkedSheet = lazy(async () => ({ default: (await counter()).ParkedSheet }));
export const MenuSheet = lazy(async () => ({ default: (await office()).MenuSheet }));
export const SalesScreen = lazy(async () => ({ default: (await office()).SalesScreen }));
export const CloseShiftScreen = lazy(async () => ({ default: (await office()).CloseShiftScreen }));
export const ShiftResultScreen = lazy(async () => ({
  default: (await office()).ShiftResultScreen,
}));

/** Everything else, at once: from here on no screen of the till needs the network. */
export async function fetchTheRest(): Promise<void> {
  await Promise.all([start(), sell(), counter(), office()]);
  (await office()).keepDeclaring();
  await (await counter()).keepCodeReader();
}
