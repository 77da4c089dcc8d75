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
  validateSearch: (search): { fair?: string; day?: string } => ({
    fair: text(search.fair),
    day: text(search.day),
  }),
  component: lazyRouteComponent(() => import('./board/board-screen'), 'BoardScreen'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./people/link-screens'), 'SetupScreen'),
});

const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite',
  component: lazyRouteComponent(() => import('./people/link-screens'), 'InviteScreen'),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazyRouteComponent(() => import('./people/link-screens'), 'ResetScreen'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  beforeLoad: signedIn,
  component: lazyRouteComponent(() => import('./people/own-screens'), 'AccountScreen'),
});

const newFair = createRoute({
  getParentRoute: () => root,
  path: '/new-fair',
  beforeLoad: signedIn,
  component: lazyRouteComponent(() => import('./people/own-screens'), 'NewFairScreen'),
});

/** `fair` is the fair's code; `tab` what of its people is looked at. */
const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  beforeLoad: signedIn,
  validateSearch: (search): { fair?: string; tab?: 'invitations' | 'exhibitors' } => ({
    fair: text(search.fair),
    tab: search.tab === 'invitations' || search.tab === 'exhibitors' ? search.tab : undefined,
  }),
  component: lazyRouteComponent(() => import('./people/own-screens'), 'PeopleScreen'),
});

/** Each screen of the trade is a route of its own, loaded when it is opened. */
export const router = createRouter({
  routeTree: root.addChildren([home, board, setup, invite, reset, account, newFair, people]),
  defaultPendingComponent: RoutePending,
  defaultPendingMs: 300,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
