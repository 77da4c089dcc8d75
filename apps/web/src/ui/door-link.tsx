import type { ComponentProps, MouseEvent } from 'react';
import { useRouter } from '@tanstack/react-router';

/** A link to a path of these pages that is known only as text; a new tab and a download stay the browser's. */
export function DoorLink({ href, onClick, ...rest }: ComponentProps<'a'> & { href: string }) {
  const router = useRouter();
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (event.defaultPrevented || event.button !== 0 || !isPlain) return;
    event.preventDefault();
    void router.navigate({ href });
  };
  return <a href={href} onClick={go} {...rest} />;
}
