/* Fetched together: what is met before the first sale of a day. */
export { EnrolScreen } from './enrol/enrol-screen';
export { ReadyScreen } from './enrol/ready-screen';
export { PinScreen } from './pin/pin-screen';
export { OpenShiftScreen } from './shift/open-shift-screen';
