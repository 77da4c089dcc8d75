import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem } from '../api/problem';
import { keepKnown, recall } from './known';
import { readVisits } from './gate-requests';
import type { Visits } from './gate-requests';
import { Outbox } from './outbox';
import { changeTally } from './tally-store';
import type { GatePlace } from './tally-store';
import { tapped, undone } from './tally.rules';
import type { Tally, Tap } from './tally.rules';

const LOOK_MS = 5_000;
const CHANNEL = 'phien-gate';

interface Heard {
  visits: Visits;
  /** How far the server's clock was ahead. */
  offsetMs: number;
}

const A_MINUTE_MS = 60_000;

/* An answer that was overtaken on its way would take the newest taps off again. One that is older
   by more than a way takes comes from a server whose clock was set back: it holds. */
function isOvertaken(heard: Heard, by: Heard): boolean {
  const behindMs = Date.parse(by.visits.asOf) - Date.parse(heard.visits.asOf);
  return behindMs > 0 && behindMs < A_MINUTE_MS;
}

export interface Counting {
  /** Null until it is read from the disk. */
  tally: Tally | null;
  /** What the server said last, also before this page was opened: of the day that it names. */
  heard: Visits | null;
  /** The server's clock, as far as it is known. */
  now: () => Date;
  /** Why the server does not hear us; null while it does. */
  problem: Problem | null;
  /** False when it could not be kept, and so does not count. */
  tap: (tap: Tap) => Promise<boolean>;
  undo: () => Promise<boolean>;
}

/**
 * Counts at one gate: a tap is on the disk before it shows, and what waits is sent. Other tabs of
 * this device hear of it and show the same.
 */
export function useTally(place: GatePlace): Counting {
  const [tally, setTally] = useState<Tally | null>(null);
  const [visits, setVisits] = useState<Visits | null>(null);
  const [sendProblem, setSendProblem] = useState<Problem | null>(null);
  const [lookProblem, setLookProblem] = useState<Problem | null>(null);
  const offsetMs = useRef(0);
  const outbox = useRef<Outbox>(undefined);
  const news = useRef<BroadcastChannel>(undefined);

  const change = useCallback(
    async (work: (tally: Tally) => Tally) => {
      try {
        setTally(await changeTally(place, work));
      } catch {
        setSendProblem(new Problem(0, 'device_storage'));
        return false;
      }
      news.current?.postMessage('changed');
      outbox.current?.wake();
      return true;
    },
    [place],
  );

  useEffect(() => {
    let isHere = true;
    const name = `visits ${place.fairId}`;
    let shown: Heard | null = null;
    const show = (heard: Heard) => {
      if (!isHere || (shown !== null && isOvertaken(heard, shown))) return;
      shown = heard;
      offsetMs.current = heard.offsetMs;
      setVisits(heard.visits);
    };
    /* On the disk first: what shows as sent is there when the page opens without a network. */
    const hear = async (visits: Visits) => {
      const heard = { visits, offsetMs: Date.parse(visits.asOf) - Date.now() };
      await keepKnown<Heard>(name, heard, isOvertaken);
      return heard;
    };
    const remember = () => recall<Heard>(name).then((kept) => kept && show(kept));
    const channel = new BroadcastChannel(CHANNEL);
    const box = new Outbox(place, {
      onSent: async (changed, visits) => {
        const heard = await hear(visits);
        if (isHere) setTally(changed);
        show(heard);
        channel.postMessage('changed');
      },
      onRestarted: (changed) => {
        if (isHere) setTally(changed);
        channel.postMessage('changed');
      },
      onProblem: (now) => isHere && setSendProblem(now),
    });
    outbox.current = box;
    news.current = channel;
    const reread = () => {
      void remember();
      changeTally(place, (same) => same).then(
        (read) => {
          if (isHere) setTally(read);
          box.wake();
        },
        () => isHere && setSendProblem(new Problem(0, 'device_storage')),
      );
    };
    channel.onmessage = reread;
    reread();

    const look = () => {
      if (document.visibilityState !== 'visible') return;
      readVisits(place.fairId).then(
        async (read) => {
          show(await hear(read));
          if (isHere) setLookProblem(null);
          box.wake(true);
        },
        (fault: unknown) => isHere && fault instanceof Problem && setLookProblem(fault),
      );
    };
    look();
    const looking = setInterval(look, LOOK_MS);
    const onOffline = () => setLookProblem(new Problem(0, 'unreachable'));
    window.addEventListener('online', look);
    window.addEventListener('offline', onOffline);
    document.addEventListener('visibilitychange', look);
    return () => {
      isHere = false;
      box.close();
      channel.close();
      clearInterval(looking);
      window.removeEventListener('online', look);
      window.removeEventListener('offline', onOffline);
      document.removeEventListener('visibilitychange', look);
    };
  }, [place]);

  const serverNow = () => new Date(Date.now() + offsetMs.current);
  return {
    tally,
    heard: visits,
    now: serverNow,
    problem: sendProblem ?? lookProblem,
    tap: (tap) => change((now) => tapped(now, tap, serverNow())),
    undo: () => change((now) => undone(now, serverNow())),
  };
}
