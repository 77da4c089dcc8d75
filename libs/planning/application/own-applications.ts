import { Injectable } from '@nestjs/common';
import { WrongTries } from '@phien/identity';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { applicationCodeHash, asApplicationCode } from './application-code.rules';
import { ApplicationFile } from './application-file.entity';
import { ApplicationStep } from './application-step.entity';
import { isOpenToWrite } from './application-steps.rules';
import { OwnApplicationDto } from './application.dto';
import { Application } from './application.entity';
import { applicationCodeUnknown, tooManyApplicationCodes } from './application.refusals';
import { findCall, type CalledFair } from './find-call';

/** By what somebody without an account comes to their application. */
export interface OwnKey {
  fairCode: string;
  /** As it was typed. */
  code: string | undefined;
  /** The address of who asks; wrong codes are counted by it. */
  from: string;
}

export interface OwnApplication extends CalledFair {
  application: Application;
}

/** Opens an application by its code. Refuses `applications_not_open`, `application_code_unknown`. */
@Injectable()
export class OwnApplications {
  private readonly wrong = new WrongTries(tooManyApplicationCodes);

  async find(em: EntityManager, key: OwnKey): Promise<OwnApplication> {
    return this.look(em, key, false);
  }

  /** The same, its row held to the end of the transaction. */
  async hold(em: EntityManager, key: OwnKey): Promise<OwnApplication> {
    return this.look(em, key, true);
  }

  private async look(em: EntityManager, { fairCode, code, from }: OwnKey, isHeld: boolean) {
    const called = await findCall(em, fairCode);
    const fairId = called.fair.id;
    const asked = asApplicationCode(code);
    const application =
      asked &&
      (await em.findOne(Application, {
        where: { fairId, codeHash: applicationCodeHash(fairId, asked) },
        ...(isHeld && { lock: { mode: 'pessimistic_write' as const } }),
      }));
    if (!application) {
      this.wrong.add(from);
      throw applicationCodeUnknown();
    }
    return { ...called, application };
  }
}

/** The files of an application without their bytes, in the order they came. */
export const filesOf = (em: EntityManager, fairId: string, applicationId: string) =>
  em.find(ApplicationFile, {
    select: { id: true, name: true, mediaType: true, byteCount: true },
    where: { fairId, applicationId },
    order: { addedAt: 'ASC', id: 'ASC' },
  });

/** An application as its writer sees it. */
export async function describeOwn(
  em: EntityManager,
  { call, application }: OwnApplication,
): Promise<OwnApplicationDto> {
  const { fairId, id, state, version, number, content, waitingOrder } = application;
  const [step] = await em.find(ApplicationStep, {
    where: { fairId, applicationId: id },
    order: { number: 'DESC' },
    take: 1,
  });
  return {
    state,
    version,
    number,
    content,
    files: await filesOf(em, fairId, id),
    isOpenToWrite: isOpenToWrite(state),
    message: step?.message ?? null,
    placeInLine:
      waitingOrder !== null && call.showsPlace
        ? await em.countBy(Application, { fairId, waitingOrder: LessThanOrEqual(waitingOrder) })
        : null,
    changedAt: application.changedAt.toISOString(),
    sentAt: application.sentAt?.toISOString() ?? null,
  };
}
