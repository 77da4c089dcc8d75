import type { ReactNode } from 'react';
import { FairScreen } from '../ui/fair-screen';
import { placeShapes } from './place-frame';
import type { Place } from './place-frame';
import { selectionOf } from './selection.rules';
import type { PlaceSearch } from './selection.rules';

interface PlaceScreenProps {
  title: string;
  search: PlaceSearch;
  children: (place: Place) => ReactNode;
}

/** What the pages of one booth and of one zone open with. */
export function PlaceScreen({ title, search, children }: PlaceScreenProps) {
  const { code = '', fair: fairCode, ...shown } = search;
  return (
    <FairScreen screen="board" title={title} code={fairCode} shapes={placeShapes}>
      {({ caller, fair }) =>
        children({ fair, login: caller.login, code: String(code), selection: selectionOf(shown) })
      }
    </FairScreen>
  );
}
