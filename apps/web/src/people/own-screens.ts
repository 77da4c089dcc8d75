/* Of those who are signed in; loaded together, since they are made of the same parts. */
export { AccountScreen } from './account-screen';
export { PeopleScreen } from './people-screen';
