import type { Way } from './tally.rules';

const KEY = 'phien-gate-sound';
const SOUND = { in: 880, out: 520, undo: 330 } as const;
const BUZZ_MS = 20;

let speaker: AudioContext | undefined;

export function isSoundOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export function keepSound(isOn: boolean): void {
  try {
    localStorage.setItem(KEY, isOn ? 'on' : 'off');
  } catch {
    // Storage is closed: the choice holds until the page is left.
  }
}

/** A short buzz and a short tone, higher for in than for out: felt without looking. */
export function answerTouch(what: Way | 'undo', isLoud: boolean): void {
  if ('vibrate' in navigator) navigator.vibrate(BUZZ_MS);
  if (!isLoud) return;
  speaker ??= new AudioContext();
  void speaker.resume();
  const tone = speaker.createOscillator();
  const volume = speaker.createGain();
  const now = speaker.currentTime;
  tone.frequency.value = SOUND[what];
  volume.gain.setValueAtTime(0.12, now);
  volume.gain.exponentialRampToValueAtTime(0.001, now + 0.07);
  tone.connect(volume).connect(speaker.destination);
  tone.start(now);
  tone.stop(now + 0.08);
}
