import type { EntityManager } from 'typeorm';
import { readExhibitors } from '../exhibitor/read-exhibitor';
import { Likenesses, sameName } from '../roster/likeness.rules';
import type { ApplicationContent } from './application-content.rules';
import { applicationSteps, type ApplicationAction } from './application-steps.rules';
import { ApplicationDto, ApplicationStepDto, LikeExhibitorDto } from './application.dto';
import { applicationNotFound } from './application.refusals';
import { filesOf } from './own-applications';
import { readApplications } from './read-applications';

/** One application with its history, and whom of the fair it may come from. */
export async function describeApplication(
  em: EntityManager,
  fairId: string,
  id: string,
): Promise<ApplicationDto> {
  const [found] = await readApplications(em, fairId, id);
  if (!found) throw applicationNotFound();
  const { application, summary } = found;
  const content = application.sent ?? {};
  const steps = await em.query<(Omit<ApplicationStepDto, 'at'> & { at: Date })[]>(
    `SELECT s.number, s.action, s.state, s.message, s.changed, a.name AS "byName", s.at
       FROM application_step s LEFT JOIN account a ON a.id = s.account_id
      WHERE s.fair_id = $1 AND s.application_id = $2 ORDER BY s.number`,
    [fairId, id],
  );
  const byApplicant: ApplicationAction[] = ['send', 'withdraw'];
  const actions = Object.keys(applicationSteps[application.state]) as ApplicationAction[];
  return {
    ...summary,
    version: application.version,
    content,
    files: await filesOf(em, fairId, id),
    steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })),
    actions: actions.filter((action) => !byApplicant.includes(action)),
    likeExhibitors:
      application.exhibitorId === null ? await likeExhibitors(em, fairId, content) : [],
    exhibitorId: application.exhibitorId,
  };
}

async function likeExhibitors(
  em: EntityManager,
  fairId: string,
  { taxCode, name = '' }: ApplicationContent,
): Promise<LikeExhibitorDto[]> {
  const all = await readExhibitors(em, fairId, null);
  const like = new Likenesses(all).find(name);
  return all.flatMap((each): LikeExhibitorDto[] => {
    const isTaxed = taxCode !== undefined && each.taxCode === taxCode;
    const isNamed = sameName(each.name) === sameName(name) || each.id === like?.id;
    if (!isTaxed && !isNamed) return [];
    const { id, boothCodes } = each;
    const because = isTaxed ? 'tax_code' : 'name';
    return [{ id, name: each.name, taxCode: each.taxCode, boothCodes, because }];
  });
}
