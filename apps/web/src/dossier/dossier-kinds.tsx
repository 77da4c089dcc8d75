import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus } from 'lucide-react';
import { formatCount } from '../i18n/numbers';
import { useLanguage } from '../i18n/language';
import { classesQuery } from '../my/my-queries';
import { m } from '../paraglide/messages.js';
import { kindWords } from '../people/kind-words';
import buttons from '../ui/buttons.module.css';
import classes from './dossier.module.css';
import type { DossierKind } from './dossier-requests';
import { KindSheet } from './kind-sheet';

interface DossierKindsProps {
  fairId: string;
  kinds: readonly DossierKind[];
}

/** What papers the fair asks for, and of whom. */
export function DossierKinds({ fairId, kinds }: DossierKindsProps) {
  const { language } = useLanguage();
  const { data: sectors = [] } = useQuery(classesQuery);
  const [open, setOpen] = useState<DossierKind | 'new' | null>(null);
  const ofWhom = ({ isForAll, exhibitorKinds, classCodes }: DossierKind) => {
    if (isForAll) return m.dossier_of_all();
    const names = [
      ...exhibitorKinds.map((kind) => kindWords[kind]()),
      ...classCodes.map((code) => {
        const found = sectors.find((each) => each.code === code);
        const name = found && (language === 'vi' ? found.nameVi : found.nameEn);
        return m.dossier_of_sellers({ name: name ?? code });
      }),
    ];
    return names.length === 0 ? m.dossier_of_nobody() : m.dossier_of({ names: names.join(', ') });
  };
  return (
    <div className={classes.card}>
      <div className={classes.cardHead}>
        <h3>{m.dossier_kinds()}</h3>
        <button
          type="button"
          className={kinds.length === 0 ? buttons.main : buttons.button}
          onClick={() => setOpen('new')}
        >
          <Plus size={18} aria-hidden />
          {m.dossier_kind_add()}
        </button>
      </div>
      {kinds.length === 0 && <p className={classes.quiet}>{m.dossier_kinds_none()}</p>}
      <ul className={classes.rows}>
        {kinds.map((kind) => {
          const name = language === 'vi' ? kind.nameVi : kind.nameEn;
          return (
            <li key={kind.id} className={classes.row}>
              <div className={classes.words}>
                <strong>{name}</strong>
                <p className={classes.quiet}>
                  {ofWhom(kind)} ·{' '}
                  {m.dossier_warns({ count: formatCount(kind.warnDays, language) })}
                </p>
              </div>
              <button
                type="button"
                className={buttons.button}
                aria-label={m.dossier_kind_edit_of({ name })}
                onClick={() => setOpen(kind)}
              >
                <Pencil size={18} aria-hidden />
                {m.dossier_kind_edit()}
              </button>
            </li>
          );
        })}
      </ul>
      {open !== null && (
        <KindSheet
          fairId={fairId}
          kind={open === 'new' ? null : open}
          sectors={sectors.filter(({ parentCode }) => parentCode === null)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
