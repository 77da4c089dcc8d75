/* Of those who are signed in; loaded together, since they are made of the same parts. */
export { DelegationForm } from '../delegations/delegation-form';
export { OwnExhibitorForm } from '../delegations/own-exhibitor-form';
export { AccountScreen } from './account-screen';
export { PeopleScreen } from './people-screen';
