import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Check, Copy, ExternalLink, Printer, QrCode } from 'lucide-react';
import { answered, client, present } from '../api/client';
import { Problem } from '../api/problem';
import { queryClient } from '../api/queries';
import type { components } from '../api/schema.generated';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { QrPicture } from '../ui/qr-picture';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { ErrorState, Skeleton } from '../ui/states';
import classes from './declare-links.module.css';

type Link = components['schemas']['DeclareLinkDto'];
type NewLink = components['schemas']['NewDeclareLinkDto'];

const at = (fairId: string) => ({ params: { path: { fairId } } });

const readLinks = async (fairId: string) =>
  present(await answered(client.GET('/api/fairs/{fairId}/declare-links', at(fairId))));

const issueLink = async (fairId: string, body: { boothId: string; exhibitorId: string }) =>
  present(
    await answered(client.POST('/api/fairs/{fairId}/declare-links', { ...at(fairId), body })),
  );

const withdrawLink = (fairId: string, linkId: string) =>
  answered(
    client.DELETE('/api/fairs/{fairId}/declare-links/{linkId}', {
      params: { path: { fairId, linkId } },
    }),
  );

interface DeclareLinksProps {
  fairId: string;
  exhibitorId: string;
  exhibitorName: string;
  booths: readonly { id: string; code: string }[];
}

/** The links by which an exhibitor declares for its booths: those in use, and a new one. */
export function DeclareLinks({ fairId, exhibitorId, exhibitorName, booths }: DeclareLinksProps) {
  const { language } = useLanguage();
  const queryKey = ['declare-links', fairId];
  const links = useQuery({ queryKey, queryFn: () => readLinks(fairId), staleTime: 0 });
  const changed = () => queryClient.invalidateQueries({ queryKey });
  const issuing = useMutation({
    mutationFn: (boothId: string) => issueLink(fairId, { boothId, exhibitorId }),
    onSuccess: changed,
  });
  const withdrawing = useMutation({
    mutationFn: (linkId: string) => withdrawLink(fairId, linkId),
    onSettled: changed,
  });
  if (links.isError) {
    return <ErrorState problem={links.error} onRetry={() => void links.refetch()} />;
  }
  if (links.isPending) return <Skeleton shapes={[120]} />;
  if (issuing.data) return <MadeLink link={issuing.data} name={exhibitorName} />;
  const failure = issuing.error ?? withdrawing.error;
  return (
    <div className={classes.all}>
      <p className={classes.quiet}>{m.declare_links_text()}</p>
      {failure && (
        <p className={classes.fault} role="alert">
          {(failure instanceof Problem && failure.sentence(language)) || m.error_unknown()}
        </p>
      )}
      {booths.map(({ id, code }) => (
        <section key={id} className={classes.booth}>
          <div className={classes.head}>
            <h3>{m.declare_booth({ code })}</h3>
            <button
              type="button"
              className={buttons.main}
              disabled={issuing.isPending}
              onClick={() => issuing.mutate(id)}
            >
              <QrCode size={18} aria-hidden />
              {m.declare_link_make()}
            </button>
          </div>
          <ul className={classes.links}>
            {links.data
              .filter((link) => link.boothId === id && link.exhibitorId === exhibitorId)
              .map((link) => (
                <LinkRow key={link.id} link={link} onWithdraw={() => withdrawing.mutate(link.id)} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function LinkRow({ link, onWithdraw }: { link: Link; onWithdraw: () => void }) {
  const { language } = useLanguage();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const time = (instant: string) => formatDateTime(instant, zone, language);
  return (
    <li className={classes.link}>
      <span>
        {m.declare_link_issued({ name: link.issuedByName, time: time(link.issuedAt) })}
        <span className={classes.quiet}>
          {link.lastUsedAt === null
            ? m.declare_link_unused()
            : m.declare_link_used({ time: time(link.lastUsedAt) })}
        </span>
      </span>
      <button type="button" className={buttons.button} onClick={onWithdraw}>
        {m.declare_link_withdraw()}
      </button>
    </li>
  );
}

/** A new link, shown this once: for a camera, to copy, or on paper at the booth. */
function MadeLink({ link, name }: { link: NewLink; name: string }) {
  const address = `${window.location.origin}/declare/#${link.token}`;
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  const print = () => {
    document.body.dataset.printing = 'declare-link';
    window.print();
    delete document.body.dataset.printing;
  };
  return (
    <div className={classes.made}>
      <div className={classes.paper} data-print="declare-link">
        <p className={classes.code}>{m.declare_booth({ code: link.boothCode })}</p>
        <p>{name}</p>
        <QrPicture text={address} label={m.declare_link_qr({ code: link.boothCode })} />
        <p>{m.declare_link_paper()}</p>
      </div>
      <input
        className={classes.address}
        readOnly
        value={address}
        aria-label={m.declare_link_address()}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={classes.actions}>
        <button type="button" className={buttons.main} onClick={() => void copy()}>
          {isCopied ? <Check size={18} aria-hidden /> : <Copy size={18} aria-hidden />}
          {isCopied ? m.people_copied() : m.people_copy()}
        </button>
        <button type="button" className={buttons.button} onClick={print}>
          <Printer size={18} aria-hidden />
          {m.declare_link_print()}
        </button>
        <a className={buttons.button} href={address} target="_blank" rel="noreferrer">
          <ExternalLink size={18} aria-hidden />
          {m.declare_link_open()}
        </a>
      </div>
      <p className={classes.quiet}>{m.declare_link_once()}</p>
    </div>
  );
}
