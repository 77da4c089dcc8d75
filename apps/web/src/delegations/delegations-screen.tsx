import { getRouteApi } from '@tanstack/react-router';
import { rolesIn } from '../home/role-doors.rules';
import { m } from '../paraglide/messages.js';
import { FairScreen } from '../ui/fair-screen';
import { ToastPlace } from '../ui/toast';
import { DelegationSums } from './delegation-sums';
import { OwnDelegation } from './own-delegation';

const route = getRouteApi('/delegations');

/** `/delegations`: planned, allocated and unassigned of all; a lead's own alone. */
export function DelegationsScreen() {
  const { fair: code } = route.useSearch();
  return (
    <FairScreen
      screen="delegations"
      title={m.door_delegations()}
      code={code}
      shapes={[44, 96, 72, 72, 72]}
    >
      {(entered) => {
        const roles = rolesIn(entered.caller, entered.fair.id);
        const mayChange = roles.includes('organizer');
        return (
          <ToastPlace key={entered.fair.id}>
            {mayChange || roles.includes('official') ? (
              <DelegationSums {...entered} mayChange={mayChange} />
            ) : (
              <OwnDelegation {...entered} />
            )}
          </ToastPlace>
        );
      }}
    </FairScreen>
  );
}
