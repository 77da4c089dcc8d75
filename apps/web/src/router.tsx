import {
  Outlet,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { queryClient, sessionQuery } from './api/queries';
import { NotFound, RoutePending, RouteProblem } from './ui/route-states';

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: RouteProblem,
});

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const fairAndDay = (search: Record<string, unknown>): { fair?: string; day?: string } => ({
  fair: text(search.fair),
  day: text(search.day),
});

/** Before any screen that needs an account: a stranger signs in and comes back. */
async function signedIn({ location }: { location: { href: string } }): Promise<void> {
  const caller = await queryClient.fetchQuery(sessionQuery);
  if (caller === null) redirect({ to: '/', search: { next: location.href }, throw: true });
}

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search): { next?: string } => ({ next: text(search.next) }),
  component: lazyRouteComponent(() => import('./home/home-screen'), 'HomeScreen'),
});

/** `fair` is the fair's code; `day` a fair day, left out for today. */
const board = createRoute({
  getParentRoute: () => root,
  path: '/board',
  beforeLoad: signedIn,
  validateSearch: fairAndDay,
  component: lazyRouteComponent(() => import('./board/board-screen'), 'BoardScreen'),
});

/** `fair` is the fair's code; `day` the day that is looked at, left out for the newest. */
const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  beforeLoad: signedIn,
  validateSearch: fairAndDay,
  component: lazyRouteComponent(() => import('./reports/reports-screen'), 'ReportsScreen'),
});

/** Each screen of the trade is a route of its own, loaded when it is opened. */
export const router = createRouter({
  routeTree: root.addChildren([home, board, reports]),
  defaultPendingComponent: RoutePending,
  defaultPendingMs: 300,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
