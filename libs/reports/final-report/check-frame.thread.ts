import { stayUntilEnded } from '@phien/kernel';
import { parentPort, workerData } from 'node:worker_threads';
import type { ReportLanguage } from '../report/report.rules';
import { checkFrame } from './fill-frame';

stayUntilEnded(parentPort);

const { bytes, language } = workerData as { bytes: Uint8Array; language: ReportLanguage };

parentPort?.postMessage(checkFrame(Buffer.from(bytes), language));
