import { useEffect, useRef, useState } from 'react';
import { openCodeReader } from './code-reader';

export type CameraState = 'asking' | 'seeing' | 'denied' | 'none' | 'failed';

const lookEveryMs = 120;

/** The camera at the back, and what each look sees. It is let go when the sheet closes. */
export function useCamera(onLook: (codes: string[]) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onLook);
  const [state, setState] = useState<CameraState>('asking');
  useEffect(() => {
    told.current = onLook;
  }, [onLook]);
  useEffect(() => {
    let isOpen = true;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const start = async () => {
      /* A browser asks only on a page that it trusts, and lies about nothing else. */
      if (!navigator.mediaDevices?.getUserMedia) return setState('none');
      const wish = { video: { facingMode: 'environment', width: { ideal: 1280 } } };
      const [opened, read] = await Promise.all([
        navigator.mediaDevices.getUserMedia(wish),
        openCodeReader(),
      ]);
      stream = opened;
      const shown = video.current;
      if (!isOpen || !shown) return letGo();
      shown.srcObject = stream;
      await shown.play();
      setState('seeing');
      const look = async () => {
        const codes = await read(shown).catch(() => []);
        if (!isOpen) return;
        told.current(codes);
        timer = setTimeout(() => void look(), lookEveryMs);
      };
      await look();
    };
    const letGo = () => stream?.getTracks().forEach((track) => track.stop());
    start().catch((failure: unknown) => {
      letGo();
      if (isOpen) setState(stateOf(failure));
    });
    return () => {
      isOpen = false;
      clearTimeout(timer);
      letGo();
    };
  }, []);
  return { video, state };
}

function stateOf(failure: unknown): CameraState {
  const name = failure instanceof DOMException ? failure.name : '';
  if (name === 'NotAllowedError') return 'denied';
  return name === 'NotFoundError' ? 'none' : 'failed';
}
