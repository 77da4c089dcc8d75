import { Suspense, lazy } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { m } from '../paraglide/messages.js';
import { importAnew } from '../ui/import-anew';
import { FairScreen } from '../ui/fair-screen';
import { ToastPlace } from '../ui/toast';
import { PlanDesk } from './plan-desk';
import classes from './plan-desk.module.css';

const route = getRouteApi('/plan');

const loadSuggestions = () => import('../suggest/suggest-screen');
const Suggestions = lazy(() =>
  loadSuggestions()
    .catch((failure: unknown) => importAnew(failure, loadSuggestions))
    .then(({ SuggestScreen: screen }) => ({ default: screen })),
);

/** `/plan/suggest`, by the plan's own file: its address would stand in the first script of every screen. */
export const SuggestScreen = () => (
  <Suspense>
    <Suggestions />
  </Suspense>
);

/** `/plan`: which fair; then its plan on the desk. */
export function PlanScreen() {
  const { fair: code } = route.useSearch();
  return (
    <FairScreen screen="plan" title={m.plan_title()} code={code} shapes={[44, 320, 240]}>
      {({ caller, fair, fairs }) => (
        <ToastPlace className={classes.toasts}>
          <PlanDesk key={fair.id} fair={fair} fairs={fairs} login={caller.login} />
        </ToastPlace>
      )}
    </FairScreen>
  );
}
