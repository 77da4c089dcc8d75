import { readInstance } from '@phien/allocator';
import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { reasonsTold } from './reasons.rules';
import type { SuggestionReasonsDto } from './suggestion.dto';
import { Suggestion } from './suggestion.entity';
import { suggestionNotFound } from './suggestion.refusals';

/**
 * Why everybody is to stand where a suggestion has it: nothing yet while that is worked out. Refuses
 * `suggestion_not_found`.
 */
@Injectable()
export class ReadReasons {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string, suggestionId: string): Promise<SuggestionReasonsDto> {
    const em = this.source.manager;
    const suggestion =
      isId(fairId) && isId(suggestionId)
        ? await em.findOneBy(Suggestion, { fairId, id: suggestionId })
        : null;
    if (!suggestion) throw suggestionNotFound();
    const { claimants, choice, instance, plan, reasons, envies } = suggestion;
    const exhibitors = await em.find(Exhibitor, {
      where: { fairId },
      select: { id: true, name: true },
    });
    return reasonsTold({
      ...{ reasons: reasons ?? [], envies: envies ?? [], places: plan?.plan ?? {} },
      movesFirst: choice.fewestMoves,
      instance: readInstance(JSON.parse(instance.toString())),
      exhibitorIdOf: new Map(claimants.map(({ key, exhibitorId }) => [key, exhibitorId])),
      /* Who is gone since keeps the name that it had. */
      nameOf: new Map([
        ...claimants.map((each) => [each.exhibitorId, each.exhibitorName] as const),
        ...exhibitors.map(({ id, name }) => [id, name] as const),
      ]),
    });
  }
}
