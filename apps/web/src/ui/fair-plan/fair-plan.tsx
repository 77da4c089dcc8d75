import { memo } from 'react';
import type { ReactNode, SVGProps } from 'react';
import { useLanguage } from '../../i18n/language';
import type { PlanFeature, Zone } from '../../api/client';
import classes from './fair-plan.module.css';
import { linesOf, sizeFor, withoutBrackets } from './plan-text.rules';

/** What a booth looks like at this moment; colour never speaks alone, so a letter goes with it. */
export interface BoothFace {
  /** A CSS colour, or `url(#…)` of a pattern given as a child. */
  fill: string;
  ink?: string;
  /** At most four signs under the booth's code. */
  letter?: string;
  /** Not to be chosen now. */
  isDimmed?: boolean;
  /** The server has not answered yet. */
  isPending?: boolean;
  /** Someone else has just changed it. */
  isChanged?: boolean;
  /** Who stands in it; drawn where the plan is seen from close. */
  name?: string;
}

/** What is drawn of a booth. */
export interface PlacedBooth extends Placed {
  id: string;
  code: string;
}

interface FairPlanProps<Booth extends PlacedBooth> extends Omit<
  SVGProps<SVGSVGElement>,
  'viewBox'
> {
  hall: { hallWidthCm: number; hallDepthCm: number };
  zones: readonly Zone[];
  features: readonly PlanFeature[];
  booths: readonly Booth[];
  faceOf: (booth: Booth) => BoothFace;
  selectedId?: string | null;
  /** Definitions and anything drawn above the booths. */
  children?: ReactNode;
}

/**
 * The plan of a fair as a picture: centimetres are its units, north is up. It draws and does not
 * listen; every booth carries `data-booth` with its id for whoever does. The list twin of the
 * screen says the same in words, so the picture is hidden from readers unless it is given a role.
 * An element around it with `data-detail` blocks, codes or names says how much can be read.
 */
export function FairPlan<Booth extends PlacedBooth>(props: FairPlanProps<Booth>) {
  const { hall, zones, features, booths, faceOf, selectedId, children, className, ...rest } = props;
  const selected = selectedId ? booths.find(({ id }) => id === selectedId) : undefined;
  return (
    <svg
      viewBox={`0 0 ${hall.hallWidthCm} ${hall.hallDepthCm}`}
      className={`${classes.plan} ${className ?? ''}`}
      aria-hidden={rest.role === undefined ? true : undefined}
      {...rest}
    >
      <Ground hall={hall} zones={zones} features={features} />
      {booths.map((booth) => (
        <DrawnBooth key={booth.id} booth={booth} {...faceOf(booth)} />
      ))}
      {children}
      {/* Above all booths, or the neighbours that are drawn later would cover half of it. */}
      {selected && <rect className={classes.selected} {...corner(selected)} {...size(selected)} />}
    </svg>
  );
}

const Ground = memo(function Ground({
  hall,
  zones,
  features,
}: Pick<FairPlanProps<PlacedBooth>, 'hall' | 'zones' | 'features'>) {
  const { language } = useLanguage();
  const nameOf = (named: { nameVi: string; nameEn: string }) =>
    language === 'vi' ? named.nameVi : named.nameEn;
  return (
    <>
      <rect className={classes.hall} width={hall.hallWidthCm} height={hall.hallDepthCm} />
      {zones.map((zone) => (
        <g key={zone.id}>
          <rect
            className={zone.kind === 'selling' ? classes.zone : classes.place}
            {...corner(zone)}
            {...size(zone)}
            rx={40}
          />
          <ZoneName zone={zone} name={nameOf(zone)} />
        </g>
      ))}
      {features.map((feature) => (
        <g key={feature.id} className={classes[feature.kind]}>
          <rect {...corner(feature)} {...size(feature)} />
          <FeatureName feature={feature} name={nameOf(feature)} hall={hall} />
        </g>
      ))}
    </>
  );
});

const LARGEST_NAME_CM = 150;

/* A zone full of booths has its name in the aisle above it, any other one under what stands in it. */
export function ZoneName({ zone, name }: { zone: Omit<Zone, 'id'>; name: string }) {
  const fontSize = sizeFor(name, zone.widthCm - 80, LARGEST_NAME_CM);
  return (
    <text
      className={classes.zoneName}
      x={middle(zone).x}
      y={zone.kind === 'selling' ? zone.yCm - 120 : zone.yCm + zone.depthCm * 0.8}
      style={{ fontSize }}
    >
      {name}
    </text>
  );
}

const DOOR_NAME_CM = 76;
const ROOM_BESIDE_CM = 420;

/** Doors are named inside the hall, beside the wall they are in; aisles along their length. */
export function FeatureName({
  feature,
  name,
  hall,
}: {
  feature: Omit<PlanFeature, 'id'>;
  name: string;
  hall: { hallWidthCm: number; hallDepthCm: number };
}) {
  const { x, y } = middle(feature);
  if (name === '') return null;
  if (feature.kind === 'aisle') {
    const isUpright = feature.depthCm > feature.widthCm;
    /* Off the middle, where a door may have its name. */
    const nameY = isUpright ? feature.yCm + feature.depthCm * 0.66 : y;
    return (
      <text
        className={classes.featureName}
        x={x}
        y={nameY}
        transform={isUpright ? `rotate(-90 ${x} ${nameY})` : undefined}
      >
        {name}
      </text>
    );
  }
  if (feature.kind !== 'gate' && feature.kind !== 'exit') {
    return (
      <text className={classes.featureName} x={x} y={y}>
        {name}
      </text>
    );
  }
  const isUpright = feature.depthCm > feature.widthCm;
  const isAtWest = isUpright && x < hall.hallWidthCm / 2;
  const isAtSouth = !isUpright && y > hall.hallDepthCm / 2;
  const lines = linesOf(withoutBrackets(name), ROOM_BESIDE_CM, DOOR_NAME_CM, 4);
  const stepCm = DOOR_NAME_CM * 1.2;
  const firstY = isUpright
    ? y - ((lines.length - 1) * stepCm) / 2
    : isAtSouth
      ? feature.yCm - 70 - (lines.length - 1) * stepCm
      : feature.yCm + feature.depthCm + 80;
  const textX = isUpright ? (isAtWest ? feature.widthCm + 40 : feature.xCm - 40) : x;
  const anchor = isUpright ? (isAtWest ? classes.fromLeft : classes.fromRight) : '';
  return lines.map((line, at) => (
    <text
      key={at}
      className={`${classes.featureName} ${classes.doorName} ${anchor}`}
      x={textX}
      y={firstY + at * stepCm}
    >
      {line}
    </text>
  ));
}

const NAME_CM = 34;

const DrawnBooth = memo(function DrawnBooth({
  booth,
  fill,
  ink,
  letter,
  name,
  ...marks
}: BoothFace & { booth: PlacedBooth }) {
  const { x, y } = middle(booth);
  const style = ink === undefined ? undefined : { fill: ink };
  const lines = name ? linesOf(name, booth.widthCm - 24, NAME_CM, 3) : [];
  return (
    <g data-booth={booth.id} className={classesOf(marks)}>
      <rect className={classes.booth} {...corner(booth)} {...size(booth)} fill={fill} />
      <text
        className={classes.code}
        x={x}
        y={lines.length > 0 || letter ? y - 52 : y}
        style={style}
      >
        {booth.code}
      </text>
      {letter && (
        <text className={classes.letter} x={x} y={y + 62} style={style} data-letter="">
          {letter}
        </text>
      )}
      {lines.map((line, at) => (
        <text key={at} className={classes.name} x={x} y={y - 30 + at * 40} style={style}>
          {line}
        </text>
      ))}
    </g>
  );
});

function classesOf(marks: Omit<BoothFace, 'fill'>): string | undefined {
  const names = [
    marks.isDimmed && classes.dimmed,
    marks.isChanged && classes.changed,
    marks.isPending && classes.pending,
  ].filter(Boolean);
  return names.length > 0 ? names.join(' ') : undefined;
}

interface Placed {
  xCm: number;
  yCm: number;
  widthCm: number;
  depthCm: number;
}

const corner = ({ xCm, yCm }: Placed) => ({ x: xCm, y: yCm });
const size = ({ widthCm, depthCm }: Placed) => ({ width: widthCm, height: depthCm });
const middle = ({ xCm, yCm, widthCm, depthCm }: Placed) => ({
  x: xCm + widthCm / 2,
  y: yCm + depthCm / 2,
});
