import {
  AirVent,
  DoorOpen,
  Droplets,
  Hand,
  Image,
  LogOut,
  MousePointer2,
  Plug,
  Rows3,
  Ruler,
  Square,
  SquareDashed,
  Theater,
  Type,
  Waypoints,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import type { DrawnFeature } from './drawing.rules';

export type MarkKind = DrawnFeature['kind'];
export type Tool = 'select' | 'hand' | 'booth' | 'row' | 'zone' | MarkKind | 'measure' | 'backdrop';

interface ToolFace {
  tool: Tool;
  key: string;
  icon: LucideIcon;
  name: () => string;
}

/** What can be drawn with, in the order of the rail, each with its key. */
export const TOOLS: readonly ToolFace[] = [
  { tool: 'select', key: 'v', icon: MousePointer2, name: m.edit_tool_select },
  { tool: 'hand', key: 'h', icon: Hand, name: m.edit_tool_hand },
  { tool: 'booth', key: 'b', icon: Square, name: m.edit_tool_booth },
  { tool: 'row', key: 'r', icon: Rows3, name: m.edit_tool_row },
  { tool: 'zone', key: 'z', icon: SquareDashed, name: m.edit_tool_zone },
  { tool: 'aisle', key: 'l', icon: Waypoints, name: m.edit_tool_aisle },
  { tool: 'gate', key: 'd', icon: DoorOpen, name: m.edit_tool_gate },
  { tool: 'exit', key: 'e', icon: LogOut, name: m.edit_tool_exit },
  { tool: 'stage', key: 's', icon: Theater, name: m.edit_tool_stage },
  { tool: 'text', key: 't', icon: Type, name: m.edit_tool_text },
  { tool: 'power', key: 'p', icon: Plug, name: m.edit_tool_power },
  { tool: 'water', key: 'w', icon: Droplets, name: m.edit_tool_water },
  { tool: 'ventilation', key: 'o', icon: AirVent, name: m.edit_tool_ventilation },
  { tool: 'measure', key: 'm', icon: Ruler, name: m.edit_tool_measure },
  { tool: 'backdrop', key: 'i', icon: Image, name: m.backdrop_title },
];

export const kindWords: Record<MarkKind, () => string> = {
  aisle: m.edit_tool_aisle,
  gate: m.edit_tool_gate,
  exit: m.edit_tool_exit,
  stage: m.edit_tool_stage,
  text: m.edit_tool_text,
  power: m.edit_tool_power,
  water: m.edit_tool_water,
  ventilation: m.edit_tool_ventilation,
};

/** Tools that draw nothing, a row excepted, which is asked for in words. */
export const isIdle = (tool: Tool) =>
  tool === 'select' || tool === 'hand' || tool === 'measure' || tool === 'backdrop';

/** What a tap with a tool draws, in centimetres. */
export const TAP_SIZE: Record<
  Exclude<Tool, 'select' | 'hand' | 'row' | 'measure' | 'backdrop'>,
  [number, number]
> = {
  booth: [300, 300],
  zone: [1_200, 600],
  aisle: [600, 300],
  gate: [300, 60],
  exit: [300, 60],
  stage: [800, 500],
  text: [600, 200],
  power: [100, 100],
  water: [100, 100],
  ventilation: [100, 100],
};
