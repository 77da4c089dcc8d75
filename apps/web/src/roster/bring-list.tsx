import { useState } from 'react';
import { Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Copy, Download, FileSpreadsheet, Upload } from 'lucide-react';
import { readFairs, readSession } from '../api/client';
import { RefusalNote } from '../home/entrance';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './roster.module.css';
import { bringRoster, copyRoster, rosterAddress, templateAddress } from './roster-requests';
import type { RosterDraft } from './roster-requests';

interface BringListProps {
  fairId: string;
  onDraft: (draft: RosterDraft) => void;
}

/** Where a list comes from, and where one is had. */
export function BringList({ fairId, onDraft }: BringListProps) {
  const { language } = useLanguage();
  const bringing = useMutation({
    mutationFn: (file: File) => bringRoster(fairId, file),
    onSuccess: onDraft,
  });
  return (
    <>
      <div className={classes.card}>
        <h3>
          <Upload size={20} aria-hidden />
          {m.roster_bring()}
        </h3>
        <p className={classes.quiet}>{m.roster_bring_what()}</p>
        <div className={classes.deeds}>
          <label className={classes.choose} aria-disabled={bringing.isPending}>
            <Upload size={18} aria-hidden />
            {bringing.isPending ? m.roster_reading() : m.roster_choose_file()}
            <input
              type="file"
              accept=".xlsx,.csv"
              disabled={bringing.isPending}
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                if (file) bringing.mutate(file);
                event.currentTarget.value = '';
              }}
            />
          </label>
          <a className={buttons.button} href={templateAddress(fairId, language)} download>
            <FileSpreadsheet size={18} aria-hidden />
            {m.roster_template()}
          </a>
        </div>
        <RefusalNote error={bringing.error} />
      </div>
      <CopyCard fairId={fairId} onDraft={onDraft} />
      <div className={classes.card}>
        <h3>
          <Download size={20} aria-hidden />
          {m.roster_export()}
        </h3>
        <p className={classes.quiet}>{m.roster_export_what()}</p>
        <div className={classes.deeds}>
          {(['xlsx', 'exhibitors.csv', 'products.csv'] as const).map((file) => (
            <a
              key={file}
              className={buttons.button}
              href={rosterAddress(fairId, file, language)}
              download
            >
              {exportWords[file]()}
            </a>
          ))}
        </div>
      </div>
    </>
  );
}

const exportWords = {
  xlsx: m.roster_export_xlsx,
  'exhibitors.csv': m.roster_export_exhibitors,
  'products.csv': m.roster_export_products,
};

function CopyCard({ fairId, onDraft }: BringListProps) {
  const { language } = useLanguage();
  const [from, setFrom] = useState<string | null>(null);
  const fairs = useQuery({ queryKey: ['fairs'], queryFn: readFairs });
  const caller = useQuery({ queryKey: ['session'], queryFn: readSession });
  const copying = useMutation({
    mutationFn: (chosen: string) => copyRoster(fairId, chosen),
    onSuccess: onDraft,
  });
  const own = new Set(
    caller.data?.grants.filter(({ role }) => role === 'organizer').map((grant) => grant.fairId),
  );
  const others = fairs.data?.filter(({ id }) => id !== fairId && own.has(id)) ?? [];
  if (others.length === 0) return null;
  return (
    <div className={classes.card}>
      <h3>
        <Copy size={20} aria-hidden />
        {m.roster_copy()}
      </h3>
      <div className={classes.deeds}>
        <Select
          className={classes.fairs}
          aria-label={m.roster_copy_from()}
          placeholder={m.roster_copy_from()}
          size="md"
          data={others.map(({ id, nameVi, nameEn }) => ({
            value: id,
            label: language === 'vi' ? nameVi : nameEn,
          }))}
          value={from}
          onChange={setFrom}
        />
        <button
          type="button"
          className={buttons.button}
          disabled={from === null || copying.isPending}
          onClick={() => from !== null && copying.mutate(from)}
        >
          {m.roster_preview()}
        </button>
      </div>
      <RefusalNote error={copying.error} />
    </div>
  );
}
