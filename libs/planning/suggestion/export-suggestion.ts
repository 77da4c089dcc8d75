import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { Fair } from '../fair/fair.entity';
import type { Download } from '../form/send-download';
import { Suggestion } from './suggestion.entity';
import { suggestionHasNoPlan, suggestionNotFound } from './suggestion.refusals';
import { UNDER_WAY } from './suggestion.rules';

/**
 * What the engine read, byte for byte, or the plan that it found: with both anybody finds it again.
 * Refuses `suggestion_not_found`, `suggestion_has_no_plan`.
 */
@Injectable()
export class ExportSuggestion {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string, suggestionId: string, what: 'instance' | 'plan'): Promise<Download> {
    const em = this.source.manager;
    const suggestion =
      isId(fairId) && isId(suggestionId)
        ? await em.findOne(Suggestion, {
            where: { fairId, id: suggestionId },
            select: { fairId: true, id: true, state: true, [what]: true },
          })
        : null;
    if (!suggestion) throw suggestionNotFound();
    const { code } = await em.findOneByOrFail(Fair, { id: fairId });
    const name = `phien-${code}-${suggestionId}-${what}.json`;
    if (what === 'instance') return { bytes: suggestion.instance, name };
    if (suggestion.plan === null || UNDER_WAY.includes(suggestion.state)) {
      throw suggestionHasNoPlan();
    }
    return { bytes: Buffer.from(`${JSON.stringify(suggestion.plan, null, 1)}\n`), name };
  }
}
