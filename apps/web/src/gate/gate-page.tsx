import { lazy, Suspense, useCallback, useState } from 'react';
import { LogIn } from 'lucide-react';
import { readFairs, readSession } from '../api/client';
import type { Caller, Fair } from '../api/client';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Empty, ErrorState, Forbidden, Skeleton } from '../ui/states';
import { ChooseGate } from './choose-gate';
import { rememberedGate, rememberGate } from './chosen-gate';
import { CountScreen } from './count-screen';
import classes from './gate-page.module.css';
import type { GateLockedProps } from './gate-locked';
import type { GatePlace } from './tally-store';
import { useKnownAnswer } from './use-known-answer';

/* Beside the first bytes, and kept with them. A phone that cannot have it counts without a lock. */
const GateLocked = lazy(() =>
  import('./gate-locked').catch(() => ({
    default: ({ children }: GateLockedProps) => children(null),
  })),
);

interface Admitted {
  caller: Caller;
  /** Where the caller counts, or compares by hand. */
  fairs: Fair[];
}

async function admit(): Promise<Admitted | null> {
  const caller = await readSession();
  if (!caller) return null;
  const fairs = await readFairs();
  return {
    caller,
    fairs: fairs.filter(({ id }) => countsIn(caller, id) || comparesIn(caller, id)),
  };
}

const holds = ({ grants }: Caller, fairId: string, role: Caller['grants'][number]['role']) =>
  grants.some((grant) => grant.fairId === fairId && grant.role === role);

const countsIn = (caller: Caller, fairId: string) =>
  holds(caller, fairId, 'gate') || holds(caller, fairId, 'organizer');

/* Zone staff do not count, and count by hand beside those who do. */
const comparesIn = (caller: Caller, fairId: string) => holds(caller, fairId, 'zone_staff');

/** Who counts, where, then the counting itself. */
export function GatePage() {
  const { asked, again } = useKnownAnswer('admitted', admit);
  const [place, setPlace] = useState<GatePlace | null>(rememberedGate);
  const choose = useCallback((next: GatePlace | null) => {
    rememberGate(next);
    setPlace(next);
  }, []);

  if (asked.state === 'waiting') {
    return (
      <main className={classes.page}>
        <Skeleton shapes={[56, 240, 240]} />
      </main>
    );
  }
  if (asked.state === 'failed') {
    return (
      <main className={classes.page}>
        <h1 className="onlyForReaders">{m.gate_title()}</h1>
        <ErrorState problem={asked.problem} onRetry={again} />
      </main>
    );
  }
  if (asked.answer === null) return <SignedOut />;

  const { caller, fairs } = asked.answer;
  if (fairs.length === 0) {
    return (
      <main className={classes.page}>
        <h1 className="onlyForReaders">{m.gate_title()}</h1>
        <Forbidden
          login={caller.login}
          action={
            <a className={buttons.main} href="/">
              {m.to_home()}
            </a>
          }
        />
      </main>
    );
  }
  const isAdmitted = place !== null && countsIn(caller, place.fairId);
  return isAdmitted ? (
    <Suspense>
      <GateLocked accountId={caller.accountId} name={caller.name}>
        {(lock) => <CountScreen place={place} onLeave={() => choose(null)} onLock={lock} />}
      </GateLocked>
    </Suspense>
  ) : (
    <ChooseGate
      caller={caller}
      fairs={fairs}
      countsIn={(fairId) => countsIn(caller, fairId)}
      onChoose={choose}
    />
  );
}

function SignedOut() {
  return (
    <main className={classes.page}>
      <h1 className="onlyForReaders">{m.gate_title()}</h1>
      <Empty
        title={m.gate_signed_out_title()}
        text={m.gate_signed_out_text()}
        action={
          <a className={buttons.main} href="/?next=/gate/">
            <LogIn size={18} aria-hidden />
            {m.gate_sign_in()}
          </a>
        }
      />
    </main>
  );
}
