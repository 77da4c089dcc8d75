import type { PlanFeatureKind } from './plan-feature.entity';
import type { ZoneKind } from './zone.entity';

/** Integer centimetres from the hall's north-west corner; x to the east, y to the south. */
export class PreviewedPlaceDto {
  xCm: number;

  yCm: number;

  widthCm: number;

  depthCm: number;
}

export class PreviewedZoneDto extends PreviewedPlaceDto {
  code: string;

  nameVi: string;

  nameEn: string;

  kind: ZoneKind;
}

export class PreviewedFeatureDto extends PreviewedPlaceDto {
  kind: PlanFeatureKind;
}

/** What a fair made from a template or from another fair's plan would begin with. */
export class PlanPreviewDto {
  hallWidthCm: number;

  hallDepthCm: number;

  zones: PreviewedZoneDto[];

  booths: PreviewedPlaceDto[];

  features: PreviewedFeatureDto[];
}
