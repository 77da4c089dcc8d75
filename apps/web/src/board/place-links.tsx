import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { placeSearchOf } from './selection.rules';
import type { Selection } from './selection.rules';

interface PlaceLinkProps {
  fairCode: string;
  selection: Selection;
  code: string;
  className?: string;
  children: ReactNode;
}

/** To the page of one booth; the board's choice goes along for the way back. */
export const BoothLink = ({ fairCode, selection, code, ...rest }: PlaceLinkProps) => (
  <Link to="/board/booth" search={placeSearchOf(fairCode, selection, code)} {...rest} />
);

export const ZoneLink = ({ fairCode, selection, code, ...rest }: PlaceLinkProps) => (
  <Link to="/board/zone" search={placeSearchOf(fairCode, selection, code)} {...rest} />
);
