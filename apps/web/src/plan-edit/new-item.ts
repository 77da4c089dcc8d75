import { newId } from '@phien/kernel';
import { m } from '../paraglide/messages.js';
import { freeCode, zoneAt } from './arrange.rules';
import type { Box } from './arrange.rules';
import type { DrawnZone, Drawing, Item } from './drawing.rules';
import { TAP_SIZE, kindWords } from './tools';
import type { Tool } from './tools';

const inBoth = (words: (inputs: object, options: { locale: 'vi' | 'en' }) => string) => ({
  nameVi: words({}, { locale: 'vi' }),
  nameEn: words({}, { locale: 'en' }),
});

/** What a tool draws in a box, with a zone around it where a booth would have none. */
export function newItem(drawing: Drawing, tool: Tool, drawn: Box, isTap: boolean): Item[] {
  if (
    tool === 'select' ||
    tool === 'hand' ||
    tool === 'row' ||
    tool === 'measure' ||
    tool === 'backdrop'
  )
    return [];
  const [widthCm, depthCm] = TAP_SIZE[tool];
  const box = isTap ? { ...drawn, widthCm, depthCm } : atLeast(drawn, 10);
  if (tool === 'zone') return [newZone(drawing, box)];
  if (tool === 'booth') {
    const known = zoneAt(drawing, box);
    const zone = known === null ? newZone(drawing, hallOf(drawing)) : null;
    return [
      ...(zone ? [zone] : []),
      {
        what: 'booth',
        id: newId(),
        kind: 'standard',
        faces: 'south',
        ...box,
        code: freeCode(drawing, 'booth', 'A01'),
        zoneId: known ?? zone?.id ?? '',
      },
    ];
  }
  const isNamed = tool !== 'aisle';
  const names = isNamed ? inBoth(kindWords[tool]) : { nameVi: '', nameEn: '' };
  return [{ what: 'feature', id: newId(), kind: tool, ...names, ...box }];
}

function newZone(drawing: Drawing, box: Box): DrawnZone {
  const code = freeCode(drawing, 'zone', '1');
  return {
    what: 'zone',
    id: newId(),
    code,
    kind: 'selling',
    ...box,
    nameVi: m.edit_new_zone({ code }, { locale: 'vi' }),
    nameEn: m.edit_new_zone({ code }, { locale: 'en' }),
  };
}

const hallOf = ({ hallWidthCm, hallDepthCm }: Drawing): Box => ({
  xCm: 0,
  yCm: 0,
  widthCm: hallWidthCm,
  depthCm: hallDepthCm,
});

const atLeast = (box: Box, cm: number): Box => ({
  ...box,
  widthCm: Math.max(box.widthCm, cm),
  depthCm: Math.max(box.depthCm, cm),
});
