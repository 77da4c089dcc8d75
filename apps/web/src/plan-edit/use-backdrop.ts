import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { useToast } from '../ui/toast';
import { backdropQuery, layPicture, placePicture, removePicture } from './backdrop-requests';
import type { Backdrop, BackdropPlacing } from './backdrop-requests';
import { calibrated, depthCmOf } from './backdrop.rules';
import type { Point } from './backdrop.rules';
import { PictureRefused, pictureIn } from './picture-in';

const SAVE_AFTER_MS = 400;

/** The picture under the plan: what it is, how it is laid, moved, made to size and taken away. */
export function useBackdrop(fairId: string) {
  const { language } = useLanguage();
  const say = useToast();
  const asked = useQuery(backdropQuery(fairId));
  /** The points of a calibration so far; null while nothing is calibrated. */
  const [points, setPoints] = useState<readonly Point[] | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const waiting = useRef<{ timer: number; placing: BackdropPlacing } | null>(null);
  /* What was done here since it was read; undefined while nothing was. */
  const [changed, show] = useState<Backdrop | null>();
  const backdrop = changed === undefined ? (asked.data?.backdrop ?? null) : changed;

  const tell = (problem: unknown) => {
    if (problem instanceof PictureRefused) setRefused(problem.message);
    else {
      const sentence = problem instanceof Problem ? problem.sentence(language) : null;
      setRefused(sentence ?? m.backdrop_unreachable());
    }
  };
  const send = async () => {
    if (!waiting.current) return;
    const { timer, placing } = waiting.current;
    clearTimeout(timer);
    waiting.current = null;
    try {
      await placePicture(fairId, placing);
      setRefused(null);
    } catch (problem) {
      tell(problem);
    }
  };
  const leave = useEffectEvent(() => void send());
  useEffect(() => () => leave(), []);

  const place = (change: Partial<BackdropPlacing>) => {
    if (!backdrop) return;
    const next = { ...backdrop, ...change };
    show({ ...next, depthCm: depthCmOf(next) });
    if (waiting.current) clearTimeout(waiting.current.timer);
    const timer = window.setTimeout(() => void send(), SAVE_AFTER_MS);
    waiting.current = { timer, placing: next };
  };
  const laying = useMutation({
    mutationFn: async (file: File) => {
      const { bytes, leftOut } = await pictureIn(file);
      return { state: await layPicture(fairId, bytes), leftOut };
    },
    onSuccess: ({ state, leftOut }) => {
      setRefused(null);
      show(state.backdrop);
      if (leftOut > 0) say({ tone: 'news', text: m.backdrop_left_out({ count: leftOut }) });
    },
    onError: tell,
  });
  const remove = async () => {
    if (!backdrop) return;
    setPoints(null);
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
    try {
      /* Kept here until the word that takes it back is gone. */
      const bytes = await (await fetch(backdrop.picturePath)).blob();
      await removePicture(fairId);
      show(null);
      const layAgain = async () => {
        await layPicture(fairId, bytes);
        show((await placePicture(fairId, backdrop)).backdrop);
      };
      say({ text: m.backdrop_removed(), undo: () => void layAgain().catch(tell) });
    } catch (problem) {
      tell(problem);
    }
  };
  return {
    backdrop,
    isReading: asked.isPending,
    cannotRead: asked.isError,
    readAgain: () => void asked.refetch(),
    refused,
    points,
    isLaying: laying.isPending,
    lay: (file: File) => laying.mutate(file),
    place,
    move: (dxCm: number, dyCm: number) =>
      backdrop &&
      !backdrop.isLocked &&
      place({ xCm: backdrop.xCm + dxCm, yCm: backdrop.yCm + dyCm }),
    remove,
    beginCalibration: () => setPoints([]),
    endCalibration: () => setPoints(null),
    /** One more point of a calibration; a third one begins again. */
    point: (at: Point) =>
      setPoints((before) => before && (before.length === 2 ? [at] : [...before, at])),
    /** False when the picture cannot be made so large. */
    calibrate: (wantedCm: number): boolean => {
      const [first, second] = points ?? [];
      const next = backdrop && first && second && calibrated(backdrop, [first, second], wantedCm);
      if (!next) return false;
      place(next);
      setPoints(null);
      return true;
    },
  };
}

export type BackdropDesk = ReturnType<typeof useBackdrop>;
