import { Link, useRouter } from '@tanstack/react-router';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { m } from '../paraglide/messages.js';
import { AppShell } from './app-shell';
import buttons from './buttons.module.css';
import { Empty, ErrorState, Skeleton } from './states';

export function NotFound() {
  return (
    <AppShell name="Phiên">
      <Empty
        title={m.not_found_title()}
        text={m.not_found_text()}
        action={
          <Link to="/" className={buttons.button}>
            {m.to_home()}
          </Link>
        }
      />
    </AppShell>
  );
}

/** A screen on its way; the router waits before it shows this. */
export const RoutePending = () => (
  <AppShell name="Phiên">
    <Skeleton shapes={[44, 128, 320]} />
  </AppShell>
);

export function RouteProblem({ error }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <AppShell name="Phiên">
      <ErrorState
        problem={error instanceof Error ? error : new Error(String(error))}
        onRetry={() => void router.invalidate()}
      />
    </AppShell>
  );
}
