import { useRef, useState } from 'react';
import { newId } from '@phien/kernel';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLanguage } from '../i18n/language';
import { Field } from '../my/field';
import { Form, useFieldErrors, useLeaving } from '../my/form';
import { m } from '../paraglide/messages.js';
import { formatSize } from '../reports/reports.rules';
import { Sheet } from '../ui/sheet';
import { useToast } from '../ui/toast';
import { addItem, dossiersQuery, keepScan, removeItem } from './dossier-requests';
import type { DossierKind, DossierOwner } from './dossier-requests';

const FIELDS = ['number', 'issuer', 'issuedOn', 'expiresOn', 'file'];
const NOTHING = { number: '', issuer: '', issuedOn: '', expiresOn: '' };
const LARGEST_FILE_BYTES = 5 * 1024 * 1024;

interface PaperSheetProps {
  owner: DossierOwner;
  kind: DossierKind;
  onClose: () => void;
}

/** A paper to be put into a dossier, with its scan. */
export function PaperSheet({ owner, kind, onClose }: PaperSheetProps) {
  const { language } = useLanguage();
  const cache = useQueryClient();
  const say = useToast();
  const [form, setForm] = useState(NOTHING);
  const [file, setFile] = useState<File | null>(null);
  /* What an earlier attempt put there, before its file was refused. */
  const added = useRef<{ id: string; said: string } | null>(null);
  const set = (change: Partial<typeof NOTHING>) => setForm((form) => ({ ...form, ...change }));
  const isDirty = file !== null || JSON.stringify(form) !== JSON.stringify(NOTHING);
  const { mayClose, leaving } = useLeaving(isDirty, onClose);
  const name = language === 'vi' ? kind.nameVi : kind.nameEn;
  const saving = useMutation({
    mutationFn: async () => {
      const said = JSON.stringify(form);
      if (added.current && added.current.said !== said) {
        await removeItem(owner, added.current.id);
        added.current = null;
      }
      const id = added.current?.id ?? newId();
      const days = { issuedOn: form.issuedOn || null, expiresOn: form.expiresOn || null };
      await addItem(owner, id, { ...form, ...days, kindId: kind.id });
      added.current = { id, said };
      if (file) await keepScan(owner, id, file);
    },
    onSettled: () => cache.invalidateQueries({ queryKey: dossiersQuery(owner.fairId).queryKey }),
    onSuccess: () => {
      say({ text: m.dossier_added({ name }) });
      onClose();
    },
  });
  const errorOf = useFieldErrors(saving.error);
  const isHeavy = (file?.size ?? 0) > LARGEST_FILE_BYTES;
  return (
    <Sheet title={name} onClose={onClose} mayClose={mayClose}>
      <Form
        problem={saving.error}
        isPending={saving.isPending}
        fields={FIELDS}
        leaving={leaving}
        onSave={() => {
          if (!isHeavy) saving.mutate();
        }}
      >
        <Field label={m.dossier_number()} error={errorOf('number')} isOptional>
          {(wired) => (
            <input
              {...wired}
              name="number"
              autoComplete="off"
              maxLength={100}
              value={form.number}
              onChange={(event) => set({ number: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={m.dossier_issuer()} error={errorOf('issuer')} isOptional>
          {(wired) => (
            <input
              {...wired}
              name="issuer"
              autoComplete="off"
              maxLength={200}
              value={form.issuer}
              onChange={(event) => set({ issuer: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={m.dossier_issued_on()} error={errorOf('issuedOn')} isOptional>
          {(wired) => (
            <input
              {...wired}
              type="date"
              name="issuedOn"
              value={form.issuedOn}
              onChange={(event) => set({ issuedOn: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field
          label={m.dossier_expires_on()}
          error={errorOf('expiresOn')}
          hint={m.dossier_expires_hint()}
          isOptional
        >
          {(wired) => (
            <input
              {...wired}
              type="date"
              name="expiresOn"
              value={form.expiresOn}
              onChange={(event) => set({ expiresOn: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field
          label={m.dossier_file()}
          error={isHeavy ? m.dossier_file_heavy() : errorOf('file')}
          hint={
            file
              ? m.dossier_file_chosen({ size: formatSize(file.size, language) })
              : m.dossier_file_hint()
          }
          isOptional
        >
          {(wired) => (
            <input
              {...wired}
              type="file"
              name="file"
              accept="application/pdf,image/jpeg,image/png"
              onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
            />
          )}
        </Field>
      </Form>
    </Sheet>
  );
}
