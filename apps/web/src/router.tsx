import {
  Outlet,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { queryClient, sessionQuery } from './api/queries';
import { boardSearch, placeSearch } from './board/selection.rules';
import { NotFound, RoutePending, RouteProblem } from './ui/route-states';

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: RouteProblem,
});

const office = () => import('./office');

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

/** The fair's code, the day or period (today when left out), zones and origins. */
const board = createRoute({
  getParentRoute: () => root,
  path: '/board',
  beforeLoad: signedIn,
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('./board/board-screen'), 'BoardScreen'),
});

/** A board's own search, kept for the way back, and the `code` of one booth of it. */
const boothOfBoard = createRoute({
  getParentRoute: () => root,
  path: '/board/booth',
  beforeLoad: signedIn,
  validateSearch: placeSearch,
  component: lazyRouteComponent(() => import('./board/booth-screen'), 'BoothScreen'),
});

/** The same for one zone. */
const zoneOfBoard = createRoute({
  getParentRoute: () => root,
  path: '/board/zone',
  beforeLoad: signedIn,
  validateSearch: placeSearch,
  component: lazyRouteComponent(() => import('./board/zone-screen'), 'ZoneScreen'),
});

/** `fair` is the fair's code; `view` a tab, left out for the plan itself. */
const plan = createRoute({
  getParentRoute: () => root,
  path: '/plan',
  beforeLoad: signedIn,
  validateSearch: (search): { fair?: string; view?: 'list' | 'exhibitors' } => ({
    fair: text(search.fair),
    view: search.view === 'list' || search.view === 'exhibitors' ? search.view : undefined,
  }),
  component: lazyRouteComponent(() => office().then((screens) => screens.plan()), 'PlanScreen'),
});

/** `fair` is the fair's code. */
const delegations = createRoute({
  getParentRoute: () => root,
  path: '/delegations',
  beforeLoad: signedIn,
  validateSearch: (search): { fair?: string } => ({ fair: text(search.fair) }),
  component: lazyRouteComponent(
    () => office().then((screens) => screens.delegations()),
    'DelegationsScreen',
  ),
});

/** `fair` is the fair's code; `draw` the one that is looked at, left out for all of them. */
const draws = createRoute({
  getParentRoute: () => root,
  path: '/plan/draws',
  beforeLoad: signedIn,
  validateSearch: (search): { fair?: string; draw?: string } => ({
    fair: text(search.fair),
    draw: text(search.draw),
  }),
  component: lazyRouteComponent(() => office().then((screens) => screens.draws()), 'DrawsScreen'),
});

/** `fair` is the fair's code; `id` a suggestion, left out for the form; `with` one beside it. */
const suggest = createRoute({
  getParentRoute: () => root,
  path: '/plan/suggest',
  beforeLoad: signedIn,
  validateSearch: (search): { fair?: string; id?: string; with?: string } => ({
    fair: text(search.fair),
    id: text(search.id),
    with: text(search.with),
  }),
  component: lazyRouteComponent(
    () => office().then((screens) => screens.suggest()),
    'SuggestScreen',
  ),
});

/** `fair` is the fair's code; `tab` a part, left out for the tariff; `payer` one notice. */
const fees = createRoute({
  getParentRoute: () => root,
  path: '/plan/fees',
  beforeLoad: signedIn,
  validateSearch: (search): { fair?: string; tab?: string; payer?: string } => ({
    fair: text(search.fair),
    tab: text(search.tab),
    payer: text(search.payer),
  }),
  component: lazyRouteComponent(() => office().then((screens) => screens.fees()), 'FeesScreen'),
});

/** The same draw for anybody: `fair` is the fair's code, `id` the draw's. */
const publicDraw = createRoute({
  getParentRoute: () => root,
  path: '/draw',
  validateSearch: (search): { fair?: string; id?: string } => ({
    fair: text(search.fair),
    id: text(search.id),
  }),
  component: lazyRouteComponent(
    () => office().then((screens) => screens.publicDraw()),
    'PublicDrawScreen',
  ),
});

/** `fair` is the fair's code; `view=list` the same drawing as a table. */
const planEdit = createRoute({
  getParentRoute: () => root,
  path: '/plan/edit',
  beforeLoad: signedIn,
  validateSearch: (search): { fair?: string; view?: 'list' } => ({
    fair: text(search.fair),
    view: search.view === 'list' ? search.view : undefined,
  }),
  component: lazyRouteComponent(() => office().then((screens) => screens.planEdit()), 'EditScreen'),
});

/** `fair` is the fair's code; `part` a part of the page, left out for the revenue. */
const my = createRoute({
  getParentRoute: () => root,
  path: '/my',
  beforeLoad: signedIn,
  validateSearch: (search): { fair?: string; part?: string } => ({
    fair: text(search.fair),
    part: text(search.part),
  }),
  component: lazyRouteComponent(() => import('./my/my-screen'), 'MyScreen'),
});

/**
 * `fair` is the fair's code; `show` which phones; `view=aside` what was set aside, `of` one register
 * or left out for the whole fair.
 */
const tills = createRoute({
  getParentRoute: () => root,
  path: '/tills',
  beforeLoad: signedIn,
  validateSearch: (search): { fair?: string; show?: string; view?: 'aside'; of?: string } => ({
    fair: text(search.fair),
    show: text(search.show),
    view: search.view === 'aside' ? search.view : undefined,
    of: text(search.of),
  }),
  component: lazyRouteComponent(() => office().then((screens) => screens.tills()), 'TillsScreen'),
});

/** `fair` is the fair's code; `day` the day that is looked at, left out for the newest. */
const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  beforeLoad: signedIn,
  validateSearch: fairAndDay,
  component: lazyRouteComponent(
    () => office().then((screens) => screens.reports()),
    'ReportsScreen',
  ),
});

/** `fair` is the fair's code. */
const finalReport = createRoute({
  getParentRoute: () => root,
  path: '/reports/final',
  beforeLoad: signedIn,
  validateSearch: (search): { fair?: string } => ({ fair: text(search.fair) }),
  component: lazyRouteComponent(
    () => office().then((screens) => screens.finalReport()),
    'FinalScreen',
  ),
});

/** `fair` is the fair's code; `base` the one it is compared with, left out for the newest known. */
const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  beforeLoad: signedIn,
  validateSearch: (search): { fair?: string; base?: string } => ({
    fair: text(search.fair),
    base: text(search.base),
  }),
  component: lazyRouteComponent(
    () => office().then((screens) => screens.compare()),
    'CompareScreen',
  ),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => office().then((screens) => screens.links()), 'SetupScreen'),
});

const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite',
  component: lazyRouteComponent(() => office().then((screens) => screens.links()), 'InviteScreen'),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazyRouteComponent(() => office().then((screens) => screens.links()), 'ResetScreen'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  beforeLoad: signedIn,
  component: lazyRouteComponent(
    () => office().then((screens) => screens.people()),
    'AccountScreen',
  ),
});

/** `fair` is the fair's code; left out, a new one is made. */
const fairItself = createRoute({
  getParentRoute: () => root,
  path: '/plan/fair',
  beforeLoad: signedIn,
  validateSearch: (search): { fair?: string } => ({ fair: text(search.fair) }),
  component: lazyRouteComponent(() => import('./home/home-screen'), 'FairItselfScreen'),
});

/** `fair` is the fair's code; `tab` what of its people is looked at, which the screen knows. */
const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  beforeLoad: signedIn,
  validateSearch: (search): { fair?: string; tab?: string } => ({
    fair: text(search.fair),
    tab: text(search.tab),
  }),
  component: lazyRouteComponent(() => office().then((screens) => screens.people()), 'PeopleScreen'),
});

/** `fair` is the fair's code; `day` the day that booths are heard from, left out for the newest. */
const silent = createRoute({
  getParentRoute: () => root,
  path: '/silent',
  beforeLoad: signedIn,
  validateSearch: fairAndDay,
  component: lazyRouteComponent(() => office().then((screens) => screens.silent()), 'SilentScreen'),
});

/** Each screen of the trade is a route of its own, loaded when it is opened. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    board,
    boothOfBoard,
    zoneOfBoard,
    plan,
    delegations,
    draws,
    suggest,
    fees,
    publicDraw,
    planEdit,
    my,
    tills,
    reports,
    finalReport,
    compare,
    setup,
    invite,
    reset,
    account,
    fairItself,
    people,
    silent,
  ]),
  defaultPendingComponent: RoutePending,
  defaultPendingMs: 300,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
