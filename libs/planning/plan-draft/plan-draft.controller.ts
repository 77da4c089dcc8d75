import { Body, Controller, Get, Headers, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { ListPlanDifferences } from './list-plan-differences';
import { ListPublishedPlans } from './list-published-plans';
import {
  PlanDifferencesDto,
  PlanDraftDto,
  PlanDraftStateDto,
  PublishedPlanDto,
  SavePlanDraftDto,
} from './plan-draft.dto';
import { draftVersionOf } from './draft-version.rules';
import { PublishPlan } from './publish-plan';
import { ReadPlanDraft } from './read-plan-draft';
import { SavePlanDraft } from './save-plan-draft';

/** The plan that is being drawn, and how it becomes the plan of the fair. */
@Roles('organizer')
@Controller('fairs/:fairId/plan')
export class PlanDraftController {
  constructor(
    private readonly readPlanDraft: ReadPlanDraft,
    private readonly savePlanDraft: SavePlanDraft,
    private readonly listPlanDifferences: ListPlanDifferences,
    private readonly listPublishedPlans: ListPublishedPlans,
    private readonly publishPlan: PublishPlan,
  ) {}

  /** The plan that is being drawn, with what is wrong with it. */
  @Get('draft')
  draft(@Param('fairId') fairId: string): Promise<PlanDraftDto> {
    return this.readPlanDraft.run(fairId);
  }

  /** Saves what was drawn on the version in If-Match; 412 tells who saved since. */
  @Post('draft/saves')
  save(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Headers('if-match') drawnOn: string | undefined,
    @Body() body: SavePlanDraftDto,
  ): Promise<PlanDraftStateDto> {
    return this.savePlanDraft.run(caller, fairId, draftVersionOf(drawnOn), body);
  }

  /** What publishing the draft would change, and what speaks against it. */
  @Get('draft/differences')
  differences(@Param('fairId') fairId: string): Promise<PlanDifferencesDto> {
    return this.listPlanDifferences.run(fairId);
  }

  /** Every plan that was published, the newest first. */
  @Get('publications')
  publications(@Param('fairId') fairId: string): Promise<PublishedPlanDto[]> {
    return this.listPublishedPlans.run(fairId);
  }

  /** Publishes the draft of the version in If-Match. */
  @Post('publications')
  publish(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Headers('if-match') version: string | undefined,
  ): Promise<PublishedPlanDto> {
    return this.publishPlan.run(caller, fairId, draftVersionOf(version));
  }
}
