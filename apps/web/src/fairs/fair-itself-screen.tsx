import { getRouteApi } from '@tanstack/react-router';
import { FairSettingsScreen } from './fair-settings-screen';
import { NewFairScreen } from './new-fair-screen';

const route = getRouteApi('/plan/fair');

/** `/plan/fair`: the settings of a fair, or the making of a new one. */
export function FairItselfScreen() {
  const { fair } = route.useSearch();
  return fair === undefined ? <NewFairScreen /> : <FairSettingsScreen code={fair} />;
}
