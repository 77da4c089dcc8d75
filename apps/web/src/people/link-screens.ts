/* Opened by one-time links; loaded together, since each alone is a few lines. */
export { InviteScreen } from './invite-screen';
export { ResetScreen } from './reset-screen';
export { SetupScreen } from './setup-screen';
