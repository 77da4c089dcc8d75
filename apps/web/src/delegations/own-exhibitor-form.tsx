import { ExhibitorDialog } from '../people/exhibitor-dialog';
import type { Exhibitor } from '../people/people.requests';
import { Kit } from '../ui/kit';
import '../ui/kit-dialogs';

interface OwnExhibitorFormProps {
  fairId: string;
  exhibitor: Exhibitor | null;
  onClose: () => void;
}

/** The organizers' own form, without a choice of delegation: the server knows whose lead it is. */
export const OwnExhibitorForm = (props: OwnExhibitorFormProps) => (
  <Kit>
    <ExhibitorDialog {...props} delegations={[]} />
  </Kit>
);
