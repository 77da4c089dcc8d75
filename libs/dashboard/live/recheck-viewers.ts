import { Injectable } from '@nestjs/common';
import { Admission, type Entrant } from './admission';
import { LiveBoard } from './live-board';
import type { Viewer } from './viewer';

/** Looked at side by side, so that a thousand viewers take a second and not the whole pool. */
const AT_ONCE = 8;

/**
 * Looks at every viewer's session or wall link, role and the fair's setting again: who lost the right
 * is cut off, whose view changed is moved. One look at a session serves all its sockets.
 */
@Injectable()
export class RecheckViewers {
  constructor(
    private readonly admission: Admission,
    private readonly live: LiveBoard,
  ) {}

  async run(viewers: readonly Viewer[]): Promise<void> {
    const looks = new Map<string, Promise<Entrant | null>>();
    const look = (viewer: Viewer) => {
      const proof = viewer.wallToken ?? `${viewer.calledAs.isOverHttps} ${viewer.cookie ?? ''}`;
      const key = `${viewer.wallToken !== undefined} ${proof}`;
      const looked = looks.get(key) ?? this.admission.entrant(viewer);
      looks.set(key, looked);
      return looked;
    };
    for (let at = 0; at < viewers.length; at += AT_ONCE) {
      await Promise.all(
        viewers
          .slice(at, at + AT_ONCE)
          .map(async (viewer) => this.recheck(viewer, await look(viewer))),
      );
    }
  }

  private async recheck(viewer: Viewer, entrant: Entrant | null): Promise<void> {
    const { fairId, planFairId } = viewer;
    const hasLostPlan =
      entrant !== null &&
      planFairId !== undefined &&
      this.admission.whyNotPlan(entrant, planFairId) !== null;
    if (entrant === null || hasLostPlan) {
      viewer.socket.disconnect(true);
      return;
    }
    if (fairId === undefined) return;
    const admitted = await this.admission.toFair(entrant, fairId);
    if ('code' in admitted) {
      viewer.socket.disconnect(true);
    } else if (viewer.fairId === fairId && viewer.visibility !== admitted.visibility) {
      this.live.join(viewer, fairId, admitted.visibility);
    }
  }
}
