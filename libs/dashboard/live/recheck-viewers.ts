import { Injectable } from '@nestjs/common';
import { Admission, type Entrant } from './admission';
import { LiveBoard } from './live-board';
import type { Viewer } from './viewer';

/** Looked at side by side, so that a thousand viewers take a second and not the whole pool. */
const AT_ONCE = 8;

type View = Awaited<ReturnType<Admission['toFair']>>;

/**
 * Looks at every viewer's session or wall link, role and the fair's setting again: who lost the right
 * is cut off, whose view changed is moved. One look at a session, and at what it sees of a fair,
 * serves all its sockets.
 */
@Injectable()
export class RecheckViewers {
  constructor(
    private readonly admission: Admission,
    private readonly live: LiveBoard,
  ) {}

  async run(viewers: readonly Viewer[]): Promise<void> {
    const entrants = new Map<string, Promise<Entrant | null>>();
    const views = new Map<string, Promise<View>>();
    for (let at = 0; at < viewers.length; at += AT_ONCE) {
      await Promise.all(
        viewers.slice(at, at + AT_ONCE).map(async (viewer) => {
          const proof = proofOf(viewer);
          const entrant = await once(entrants, proof, () => this.admission.entrant(viewer));
          await this.recheck(viewer, entrant, (known, fairId) =>
            once(views, `${fairId} ${proof}`, () => this.admission.toFair(known, fairId)),
          );
        }),
      );
    }
  }

  private async recheck(
    viewer: Viewer,
    entrant: Entrant | null,
    viewOf: (entrant: Entrant, fairId: string) => Promise<View>,
  ): Promise<void> {
    const { fairId } = viewer;
    const hasLostTopic =
      entrant !== null &&
      [...viewer.hears].some(
        ([topic, ofFair]) => this.admission.whyNotHear(entrant, ofFair, topic) !== null,
      );
    if (entrant === null || hasLostTopic) {
      viewer.socket.disconnect(true);
      return;
    }
    if (fairId === undefined) return;
    const admitted = await viewOf(entrant, fairId);
    if ('code' in admitted) {
      viewer.socket.disconnect(true);
    } else if (viewer.fairId === fairId && viewer.visibility !== admitted.visibility) {
      this.live.join(viewer, fairId, admitted.visibility);
    }
  }
}

/** By what a viewer was let in. */
function proofOf({ wallToken, calledAs, cookie }: Viewer): string {
  return wallToken === undefined ? `${calledAs.isOverHttps} ${cookie ?? ''}` : `wall ${wallToken}`;
}

function once<Answer>(
  asked: Map<string, Promise<Answer>>,
  key: string,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const answer = asked.get(key) ?? ask();
  asked.set(key, answer);
  return answer;
}
