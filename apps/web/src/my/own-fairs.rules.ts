import type { Caller, Fair } from '../api/client';

/** The fairs at which an account stands for an exhibitor, running ones first. */
export function ownFairs(
  fairs: readonly Fair[],
  caller: Caller,
): { fair: Fair; exhibitorId: string }[] {
  const own = fairs.flatMap((fair) => {
    const grant = caller.grants.find(
      ({ fairId, role, exhibitorId }) =>
        fairId === fair.id && role === 'exhibitor' && exhibitorId !== null,
    );
    return grant?.exhibitorId ? [{ fair, exhibitorId: grant.exhibitorId }] : [];
  });
  const isRunning = ({ fair }: { fair: Fair }) => fair.state === 'running';
  return [...own.filter(isRunning), ...own.filter((each) => !isRunning(each))];
}
