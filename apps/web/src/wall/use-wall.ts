import { useEffect, useState } from 'react';
import { pace } from './pace';
import { nothingHeard, openWallLine } from './wall-line';
import { fairNow, lineState, sceneAt, SCENES, scenesOf, shiftAt } from './wall.rules';

const TICK_MS = 500;

/** What a wall shows at this moment: its picture, the time at the fair, the scene and where it stands. */
export function useWall(token: string) {
  const [openedAtMs] = useState(() => Date.now());
  const [nowMs, setNowMs] = useState(openedAtMs);
  const [heard, setHeard] = useState(() => nothingHeard(openedAtMs));
  useEffect(() => openWallLine(token, pace, setHeard), [token]);
  useEffect(() => {
    const clock = setInterval(() => setNowMs(Date.now()), TICK_MS);
    return () => clearInterval(clock);
  }, []);
  const elapsedMs = Math.max(0, nowMs - openedAtMs);
  const scenes = heard.picture ? scenesOf(heard.picture.board) : SCENES;
  return {
    ...heard,
    state: lineState(heard.line, nowMs, pace.heartbeatMs),
    nowMs,
    fairNowMs: heard.time && fairNow(heard.time, nowMs),
    scenes,
    scene: sceneAt(elapsedMs + pace.firstScene * pace.sceneMs, pace.sceneMs, scenes),
    shift: shiftAt(elapsedMs, pace.shiftMs),
  };
}
