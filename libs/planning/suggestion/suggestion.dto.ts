import { IsIn } from 'class-validator';
import { KEEPS, ZONES_COUNT, type InstanceChoice } from './make-instance.rules';

/**
 * How a fair is wanted as an instance of the allocation engine. What is answered is `fair-alloc/1`,
 * whose shape is the allocator's (`test/allocation/FORMAT.md`) and has no second home here.
 */
export class InstanceWantedDto implements InstanceChoice {
  /** What must stay: all that is held, offered or confirmed; what is confirmed; nothing. */
  @IsIn(KEEPS)
  keeps: (typeof KEEPS)[number];

  /** Whether everybody stays in the zone where its own stand, or any selling zone will do. */
  @IsIn(ZONES_COUNT)
  zones: (typeof ZONES_COUNT)[number];
}
