/* One file for all who look at fees: two would make every other page name more files. */
export { FeesScreen } from './fees-screen';
export { OwnNotices } from './own-notices';
