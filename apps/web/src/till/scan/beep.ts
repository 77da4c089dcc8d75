let audio: AudioContext | undefined;

/** A short tone, high for what was found and low for what was not, and a buzz in the hand. */
export function beep(isFound: boolean): void {
  navigator.vibrate?.(isFound ? 40 : [40, 60, 40]);
  try {
    audio ??= new AudioContext();
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = isFound ? 1_800 : 320;
    volume.gain.value = 0.08;
    tone.connect(volume).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + (isFound ? 0.07 : 0.25));
  } catch {
    // A phone without sound still buzzes and says it on screen.
  }
}
