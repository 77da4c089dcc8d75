import type { RefObject } from 'react';
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import type { PlanCamera } from './plan-camera';

/** Nearer, farther, all of it: for whoever has no wheel and no second finger. */
export function ZoomButtons({ camera }: { camera: RefObject<PlanCamera | null> }) {
  const buttons = [
    { name: m.plan_zoom_in(), Icon: ZoomIn, press: () => camera.current?.zoom(1.5) },
    { name: m.plan_zoom_out(), Icon: ZoomOut, press: () => camera.current?.zoom(1 / 1.5) },
    { name: m.plan_zoom_fit(), Icon: Maximize, press: () => camera.current?.fit() },
  ];
  return buttons.map(({ name, Icon, press }) => (
    <button key={name} type="button" onClick={press} aria-label={name} title={name}>
      <Icon size={20} aria-hidden />
    </button>
  ));
}
