import { fault as apiKilled } from './api-killed.fault';
import { fault as badDocuments } from './bad-documents.fault';
import { fault as clocks } from './clocks.fault';
import { fault as diskFull } from './disk-full.fault';
import type { Fault } from './fault';
import { fault as gateFeed } from './gate-feed.fault';
import { fault as ledgerEdited } from './ledger-edited.fault';
import { fault as lateSales } from './late-sales.fault';
import { fault as midnight } from './midnight.fault';
import { fault as networkCut } from './network-cut.fault';
import { fault as pinGuessing } from './pin-guessing.fault';
import { fault as postgresKilled } from './postgres-killed.fault';
import { fault as reboot } from './reboot.fault';
import { fault as redisGone } from './redis-gone.fault';
import { fault as returningCrowd } from './returning-crowd.fault';
import { fault as sameSale } from './same-sale.fault';
import { fault as stolenPhone } from './stolen-phone.fault';
import { fault as twoTabs } from './two-tabs.fault';
import { fault as workerKilled } from './worker-killed.fault';

/**
 * Every fault that is played, in the order of a run: those that need nothing but a server, those that
 * move its clock, the one that takes its guards off, and those that bring a server of their own.
 */
export const faults: readonly Fault[] = [
  networkCut,
  badDocuments,
  stolenPhone,
  gateFeed,
  returningCrowd,
  apiKilled,
  reboot,
  twoTabs,
  pinGuessing,
  sameSale,
  lateSales,
  clocks,
  workerKilled,
  ledgerEdited,
  redisGone,
  postgresKilled,
  diskFull,
  midnight,
];
