import { useEffect } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { readSetup } from '../api/client';
import { Problem } from '../api/problem';
import { queryClient } from '../api/queries';
import { m } from '../paraglide/messages.js';
import { LinkPage, LinkPending, LinkRefused } from './one-time-link';
import { tokenIn } from './people.rules';
import { setUp } from './people.requests';
import { PersonForm } from './person-form';

/** `/setup#token=…`: the first organizer of an install. */
export function SetupScreen() {
  const token = tokenIn(useLocation().hash);
  const navigate = useNavigate();
  const setup = useQuery({ queryKey: ['setup'], queryFn: readSetup, staleTime: 0 });
  const making = useMutation({
    mutationFn: setUp,
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      await navigate({ to: '/' });
    },
  });
  useEffect(() => {
    document.title = `${m.people_setup_title()} · Phiên`;
  });
  if (setup.isPending) return <LinkPending />;
  if (setup.isError) {
    return <LinkRefused error={setup.error} onRetry={() => void setup.refetch()} />;
  }
  if (!setup.data.isNeeded && !making.isSuccess) {
    return (
      <LinkRefused
        error={
          new Problem(409, 'already_set_up', {
            vi: m.people_setup_done(),
            en: m.people_setup_done(),
          })
        }
      />
    );
  }
  if (token === null) return <LinkRefused error={null} />;
  return (
    <LinkPage title={m.people_setup_title()} text={<p>{m.people_setup_text()}</p>}>
      <PersonForm
        button={m.people_setup_button()}
        isPending={making.isPending}
        error={making.error}
        onSubmit={(person) => making.mutate({ ...person, token })}
      />
    </LinkPage>
  );
}
