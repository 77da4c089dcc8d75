import { Controller, Get, Param } from '@nestjs/common';
import { Caller, CurrentCaller, SignedIn } from '@phien/identity';
import { PlanPreviewDto } from './plan-preview.dto';
import { PreviewPlan } from './preview-plan';

@Controller('plan-previews')
export class PlanPreviewsController {
  constructor(private readonly previewPlan: PreviewPlan) {}

  /** The plan that a new fair would begin with, from a template or another fair by its id. */
  @Get(':of')
  @SignedIn()
  read(@CurrentCaller() caller: Caller, @Param('of') of: string): Promise<PlanPreviewDto> {
    return this.previewPlan.run(caller, of);
  }
}
