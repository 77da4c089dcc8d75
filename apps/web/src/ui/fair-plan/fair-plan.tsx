import { memo } from 'react';
import type { ReactNode, SVGProps } from 'react';
import { useLanguage } from '../../i18n/language';
import type { Booth, PlanFeature, Zone } from '../../api/client';
import classes from './fair-plan.module.css';

/** What a booth looks like at this moment; colour never speaks alone, so a letter goes with it. */
export interface BoothFace {
  /** A CSS colour, or `url(#…)` of a pattern given as a child. */
  fill: string;
  ink?: string;
  /** At most four signs under the booth's code. */
  letter?: string;
  isSelected?: boolean;
}

interface FairPlanProps extends Omit<SVGProps<SVGSVGElement>, 'viewBox'> {
  hall: { hallWidthCm: number; hallDepthCm: number };
  zones: readonly Zone[];
  features: readonly PlanFeature[];
  booths: readonly Booth[];
  faceOf: (booth: Booth) => BoothFace;
  /** Definitions and anything drawn above the booths. */
  children?: ReactNode;
}

/**
 * The plan of a fair as a picture: centimetres are its units, north is up. It draws and does not
 * listen; every booth carries `data-booth` with its id for whoever does. The list twin of the
 * screen says the same in words, so the picture is hidden from readers unless it is given a role.
 */
export function FairPlan(props: FairPlanProps) {
  const { hall, zones, features, booths, faceOf, children, className, ...rest } = props;
  const { language } = useLanguage();
  return (
    <svg
      viewBox={`0 0 ${hall.hallWidthCm} ${hall.hallDepthCm}`}
      className={`${classes.plan} ${className ?? ''}`}
      aria-hidden={rest.role === undefined ? true : undefined}
      {...rest}
    >
      <rect className={classes.hall} width={hall.hallWidthCm} height={hall.hallDepthCm} />
      {zones.map((zone) => (
        <g key={zone.id}>
          <rect className={classes.zone} {...corner(zone)} {...size(zone)} rx={40} />
          {zone.kind !== 'selling' && (
            <text className={classes.zoneName} {...middle(zone)}>
              {language === 'vi' ? zone.nameVi : zone.nameEn}
            </text>
          )}
        </g>
      ))}
      {features.map((feature) => (
        <g key={feature.id} className={classes[feature.kind]}>
          <rect {...corner(feature)} {...size(feature)} />
          {feature.kind !== 'aisle' && (
            <text className={classes.featureName} {...middle(feature)}>
              {language === 'vi' ? feature.nameVi : feature.nameEn}
            </text>
          )}
        </g>
      ))}
      {booths.map((booth) => (
        <DrawnBooth key={booth.id} booth={booth} {...faceOf(booth)} />
      ))}
      {children}
    </svg>
  );
}

const DrawnBooth = memo(function DrawnBooth({
  booth,
  fill,
  ink,
  letter,
  isSelected,
}: BoothFace & { booth: Booth }) {
  const { x, y } = middle(booth);
  return (
    <g data-booth={booth.id} className={isSelected ? classes.selected : undefined}>
      <rect className={classes.booth} {...corner(booth)} {...size(booth)} fill={fill} />
      <text
        className={classes.code}
        x={x}
        y={letter ? y - 45 : y}
        style={ink === undefined ? undefined : { fill: ink }}
      >
        {booth.code}
      </text>
      {letter && (
        <text
          className={classes.letter}
          x={x}
          y={y + 70}
          style={ink === undefined ? undefined : { fill: ink }}
        >
          {letter}
        </text>
      )}
    </g>
  );
});

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
