import { Refusal } from '@phien/kernel';

export const gateNotFound = (gateId: string) =>
  new Refusal(
    'gate_not_found',
    'not_found',
    { vi: 'Hội chợ này không có cổng đó.', en: 'This fair has no such gate.' },
    { gateId },
  );
