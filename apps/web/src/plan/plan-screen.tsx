import { getRouteApi } from '@tanstack/react-router';
import { m } from '../paraglide/messages.js';
import { FairScreen } from '../ui/fair-screen';
import { ToastPlace } from '../ui/toast';
import { PlanDesk } from './plan-desk';
import classes from './plan-desk.module.css';

const route = getRouteApi('/plan');

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
