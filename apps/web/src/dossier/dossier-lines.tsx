import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download, Plus } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { dayInWords } from '../my/day-words';
import { m } from '../paraglide/messages.js';
import { formatSize } from '../reports/reports.rules';
import { AskedTwice } from '../ui/asked-twice';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import { useToast } from '../ui/toast';
import classes from './dossier.module.css';
import { dossiersQuery, removeItem, scanAddress } from './dossier-requests';
import type { Dossier, DossierItem, DossierKind, DossierOwner } from './dossier-requests';
import { PaperSheet } from './paper-sheet';
import { stateWords } from './state-words';

interface DossierLinesProps {
  owner: DossierOwner;
  dossier: Dossier;
  kinds: readonly DossierKind[];
}

/** The dossier of one exhibitor: kind by kind how it stands, what was shown, and another to be put in. */
export function DossierLines({ owner, dossier, kinds }: DossierLinesProps) {
  const { language } = useLanguage();
  const [adding, setAdding] = useState<DossierKind | null>(null);
  const named = new Map(kinds.map((kind) => [kind.id, kind]));
  return (
    <>
      <ul className={classes.lines} data-testid="dossier-lines">
        {dossier.lines.map(({ kindId, state, isAsked, items }) => {
          const kind = named.get(kindId);
          if (!kind) return null;
          const name = language === 'vi' ? kind.nameVi : kind.nameEn;
          return (
            <li key={kindId} className={classes.line}>
              <div className={classes.lineHead}>
                <h3>{name}</h3>
                <span className={classes.mark} data-state={state}>
                  {stateWords[state]()}
                </span>
              </div>
              {!isAsked && state !== 'optional' && (
                <p className={classes.quiet}>{m.dossier_not_asked()}</p>
              )}
              {items.length > 0 && (
                <ul className={classes.items}>
                  {items.map((item) => (
                    <ItemRow key={item.id} owner={owner} item={item} name={name} />
                  ))}
                </ul>
              )}
              <button
                type="button"
                className={buttons.button}
                aria-label={m.dossier_add_of({ name })}
                onClick={() => setAdding(kind)}
              >
                <Plus size={18} aria-hidden />
                {items.length === 0 ? m.dossier_add() : m.dossier_add_another()}
              </button>
            </li>
          );
        })}
      </ul>
      {adding && <PaperSheet owner={owner} kind={adding} onClose={() => setAdding(null)} />}
    </>
  );
}

interface ItemRowProps {
  owner: DossierOwner;
  item: DossierItem;
  /** Of its kind. */
  name: string;
}

function ItemRow({ owner, item, name }: ItemRowProps) {
  const { language } = useLanguage();
  const cache = useQueryClient();
  const say = useToast();
  const removing = useMutation({
    mutationFn: () => removeItem(owner, item.id),
    onSuccess: () => say({ text: m.dossier_removed({ name }) }),
    onSettled: () => cache.invalidateQueries({ queryKey: dossiersQuery(owner.fairId).queryKey }),
  });
  const { number, issuer, issuedOn, expiresOn, fileBytes } = item;
  const day = (text: string) => dayInWords(text, language);
  const facts = [
    number !== null && m.dossier_number_is({ number }),
    issuer,
    issuedOn !== null && m.dossier_issued({ day: day(issuedOn) }),
    expiresOn === null ? m.dossier_for_good() : m.dossier_until({ day: day(expiresOn) }),
  ].filter((fact) => typeof fact === 'string');
  return (
    <li className={classes.item}>
      <p>{facts.join(' · ')}</p>
      <div className={classes.deeds}>
        {fileBytes !== null && (
          <a
            className={buttons.button}
            href={scanAddress(owner, item.id)}
            download
            aria-label={m.dossier_download_of({ name })}
          >
            <Download size={18} aria-hidden />
            {formatSize(fileBytes, language)}
          </a>
        )}
        <AskedTwice
          deed={m.dossier_remove()}
          deedOf={m.dossier_remove_of({ name })}
          question={m.dossier_remove_sure()}
          keep={m.dossier_keep()}
          isPending={removing.isPending}
          onSure={() => removing.mutate()}
        />
      </div>
      {removing.error && <ProblemLine problem={removing.error} />}
    </li>
  );
}
