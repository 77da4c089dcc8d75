import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { DeclareLinks } from '../declare/declare-links';
import { m } from '../paraglide/messages.js';
import { ErrorState, Skeleton } from '../ui/states';
import { readBooths } from './people.requests';
import type { Exhibitor } from './people.requests';

interface DeclareLinksDialogProps {
  fairId: string;
  exhibitor: Exhibitor;
  onClose: () => void;
}

/** By which links an exhibitor declares: to hand out, to print, to withdraw. */
export function DeclareLinksDialog({ fairId, exhibitor, onClose }: DeclareLinksDialogProps) {
  const booths = useQuery({ queryKey: ['booths', fairId], queryFn: () => readBooths(fairId) });
  const own = booths.data?.filter(({ holders }) =>
    holders.some(({ exhibitorId }) => exhibitorId === exhibitor.id),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.declare_links_title()}
      closeButtonProps={{ 'aria-label': m.toast_close() }}
      centered
    >
      {booths.isError ? (
        <ErrorState problem={booths.error} onRetry={() => void booths.refetch()} />
      ) : own ? (
        <DeclareLinks
          fairId={fairId}
          exhibitorId={exhibitor.id}
          exhibitorName={exhibitor.name}
          booths={own}
        />
      ) : (
        <Skeleton shapes={[120]} />
      )}
    </Modal>
  );
}
