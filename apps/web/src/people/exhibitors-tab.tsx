import { useState } from 'react';
import { formatVnd } from '@phien/kernel';
import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Copy, FileCheck, FileSpreadsheet, Pencil, Plus, QrCode, Search } from 'lucide-react';
import { duplicatesQuery } from '../duplicates/duplicates-requests';
import { formatCount } from '../i18n/numbers';
import { useLanguage } from '../i18n/language';
import { DelegationForm } from '../delegations/delegation-form';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { useLatePart } from '../ui/late-part';
import { Empty, ErrorState, Skeleton } from '../ui/states';
import { DeclareLinksDialog } from './declare-links-dialog';
import { ExhibitorDialog } from './exhibitor-dialog';
import { kindWords } from './kind-words';
import classes from './people.module.css';
import { holds } from './people.rules';
import { readDelegations, readExhibitors, readFeeDebts } from './people.requests';
import type { Exhibitor, FeeDebt } from './people.requests';

type Open =
  | { what: 'exhibitor'; exhibitor: Exhibitor | null }
  | { what: 'links'; exhibitor: Exhibitor }
  | { what: 'delegation' }
  | null;

const loadRoster = () => import('../roster/roster-part');
const loadDossiers = () => import('../dossier/dossiers-part');
const loadDuplicates = () => import('../duplicates/duplicates-part');

/** Who takes part, and the delegations they come with. */
export function ExhibitorsTab({ fairId }: { fairId: string }) {
  const { language } = useLanguage();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<Open>(null);
  const [part, setPart] = useState<'roster' | 'duplicates' | 'dossiers' | null>(null);
  const roster = useLatePart(loadRoster, part === 'roster' ? 0 : null);
  const duplicates = useLatePart(loadDuplicates, part === 'duplicates' ? 0 : null);
  const dossiers = useLatePart(loadDossiers, part === 'dossiers' ? 0 : null);
  const likely = useQuery(duplicatesQuery(fairId));
  const likelyCount = likely.data && likely.data.pairs.length + likely.data.furtherPairs;
  const exhibitors = useQuery({
    queryKey: ['exhibitors', fairId],
    queryFn: () => readExhibitors(fairId),
  });
  const delegations = useQuery({
    queryKey: ['delegations', fairId],
    queryFn: () => readDelegations(fairId),
  });
  /* The list stands without it. */
  const debts = useQuery({
    queryKey: ['fees', fairId, 'debts'],
    queryFn: () => readFeeDebts(fairId),
  });
  const failed = [exhibitors, delegations].find((query) => query.isError);
  if (failed?.error) {
    return <ErrorState problem={failed.error} onRetry={() => void failed.refetch()} />;
  }
  if (!exhibitors.data || !delegations.data) return <Skeleton shapes={[56, 72, 72, 72]} />;
  if (part !== null) {
    const props = { fairId, onClose: () => setPart(null) };
    if (part === 'roster' && roster) return <roster.RosterPart {...props} />;
    if (part === 'duplicates' && duplicates) return <duplicates.DuplicatesPart {...props} />;
    if (part === 'dossiers' && dossiers) return <dossiers.DossiersPart {...props} />;
    return <Skeleton shapes={[56, 160, 120]} />;
  }
  const addExhibitor = (
    <button
      type="button"
      className={buttons.main}
      onClick={() => setOpen({ what: 'exhibitor', exhibitor: null })}
    >
      <Plus size={18} aria-hidden />
      {m.people_add_exhibitor()}
    </button>
  );
  const found = exhibitors.data.filter(
    ({ name, taxCode, boothCodes }) =>
      holds(name, typed) || holds(taxCode ?? '', typed) || holds(boothCodes.join(' '), typed),
  );
  return (
    <section aria-label={m.people_tab_exhibitors()}>
      <div className={classes.tools}>
        {exhibitors.data.length > 0 && (
          <TextInput
            className={classes.search}
            aria-label={m.people_search_exhibitors()}
            placeholder={m.people_search_exhibitors()}
            leftSection={<Search size={18} aria-hidden />}
            size="md"
            type="search"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        {exhibitors.data.length > 0 && addExhibitor}
        <button
          type="button"
          className={buttons.button}
          onClick={() => setOpen({ what: 'delegation' })}
        >
          <Plus size={18} aria-hidden />
          {m.people_add_delegation()}
        </button>
        <button type="button" className={buttons.button} onClick={() => setPart('roster')}>
          <FileSpreadsheet size={18} aria-hidden />
          {m.roster_open()}
        </button>
        <button type="button" className={buttons.button} onClick={() => setPart('duplicates')}>
          <Copy size={18} aria-hidden />
          {likelyCount
            ? m.duplicates_open_count({ count: formatCount(likelyCount, language) })
            : m.duplicates_open()}
        </button>
        <button type="button" className={buttons.button} onClick={() => setPart('dossiers')}>
          <FileCheck size={18} aria-hidden />
          {m.dossier_title()}
        </button>
      </div>
      {delegations.data.length > 0 && (
        <details className={classes.delegations}>
          <summary>
            {m.people_delegations({ count: formatCount(delegations.data.length, language) })}
          </summary>
          <ul>
            {delegations.data.map(({ id, nameVi, nameEn, quota, exhibitorCount }) => (
              <li key={id}>
                <span>{language === 'vi' ? nameVi : nameEn}</span>
                <span className={classes.quiet}>
                  {quota === null
                    ? m.people_delegation_open({ count: formatCount(exhibitorCount, language) })
                    : m.people_delegation_quota({
                        count: formatCount(exhibitorCount, language),
                        quota: formatCount(quota, language),
                      })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {exhibitors.data.length === 0 ? (
        <Empty
          title={m.people_no_exhibitors()}
          text={m.people_no_exhibitors_text()}
          action={addExhibitor}
        />
      ) : (
        <>
          <p className={classes.count} role="status">
            {m.people_exhibitors_found({ count: formatCount(found.length, language) })}
          </p>
          <div className={`${classes.heads} ${classes.exhibitor}`} aria-hidden>
            <span>{m.people_col_exhibitor()}</span>
            <span>{m.people_kind()}</span>
            <span>{m.people_home()}</span>
            <span>{m.people_col_booths()}</span>
          </div>
          <ul className={classes.rows} data-testid="exhibitors">
            {found.map((exhibitor) => (
              <ExhibitorRow
                key={exhibitor.id}
                exhibitor={exhibitor}
                debt={debts.data?.get(exhibitor.id)}
                onEdit={() => setOpen({ what: 'exhibitor', exhibitor })}
                onLinks={() => setOpen({ what: 'links', exhibitor })}
              />
            ))}
          </ul>
        </>
      )}
      {open?.what === 'exhibitor' && (
        <ExhibitorDialog
          fairId={fairId}
          exhibitor={open.exhibitor}
          delegations={delegations.data}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.what === 'links' && (
        <DeclareLinksDialog
          fairId={fairId}
          exhibitor={open.exhibitor}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.what === 'delegation' && (
        <DelegationForm fairId={fairId} delegation={null} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}

interface ExhibitorRowProps {
  exhibitor: Exhibitor;
  debt: FeeDebt | undefined;
  onEdit: () => void;
  onLinks: () => void;
}

function ExhibitorRow({ exhibitor, debt, onEdit, onLinks }: ExhibitorRowProps) {
  const { language } = useLanguage();
  const { name, kind, placeNameVi, placeNameEn, taxCode, boothCodes } = exhibitor;
  return (
    <li className={classes.exhibitor}>
      <p className={taxCode ? classes.name : `${classes.name} ${classes.alone}`}>
        <strong>{name}</strong>
      </p>
      <div className={classes.facts}>
        <p className={classes.booths}>
          {boothCodes.length === 0
            ? m.people_no_booth()
            : m.people_booths({ codes: boothCodes.join(', ') })}
          {debt && (
            <span className={classes.debt}>
              {debt.overdueVnd > 0
                ? m.people_fee_overdue({ amount: formatVnd(debt.overdueVnd, language) })
                : m.people_fee_owed({ amount: formatVnd(debt.owedVnd, language) })}
            </span>
          )}
        </p>
        <p className={classes.kind}>{kindWords[kind]()}</p>
        <p className={classes.place}>{language === 'vi' ? placeNameVi : placeNameEn}</p>
        {taxCode && <p className={classes.under}>{m.people_tax_code_is({ taxCode })}</p>}
      </div>
      <div className={classes.pair}>
        {boothCodes.length > 0 && (
          <button
            type="button"
            className={classes.deeds}
            aria-label={m.declare_links_of({ name })}
            title={m.declare_links_of({ name })}
            onClick={onLinks}
          >
            <QrCode size={18} aria-hidden />
          </button>
        )}
        <button
          type="button"
          className={classes.deeds}
          aria-label={m.people_edit_of({ name })}
          title={m.people_edit_of({ name })}
          onClick={onEdit}
        >
          <Pencil size={18} aria-hidden />
        </button>
      </div>
    </li>
  );
}
