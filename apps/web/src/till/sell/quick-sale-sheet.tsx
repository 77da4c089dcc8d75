import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { m } from '../../paraglide/messages.js';
import { useSellingTill } from '../core/till-context';
import { MoneyField, TextField } from '../ui/fields';
import { Sheet } from '../ui/sheet';
import ui from '../ui/ui.module.css';

interface QuickSaleProps {
  onClose: () => void;
  onAdd: (free: {
    name: string;
    unit: string;
    unitVnd: number;
    vatRatePercent: number | null;
  }) => void;
}

/** Something that is not in the catalogue: a name and a price. It counts as unclassified. */
export function QuickSaleSheet({ onClose, onAdd }: QuickSaleProps) {
  const { catalogue } = useSellingTill();
  const form = useId();
  const [name, setName] = useState('');
  const [priceVnd, setPrice] = useState<number | null>(null);
  /* A seller has one rate or none far more often than several. */
  const rates = new Set(catalogue.products.map(({ vatRatePercent }) => vatRatePercent));
  const [onlyRate = null] = rates.size === 1 ? rates : [];
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (priceVnd === null || priceVnd === 0) return;
    onAdd({
      name: name.trim() || m.till_quick_name(),
      unit: m.till_quick_unit(),
      unitVnd: priceVnd,
      vatRatePercent: onlyRate,
    });
  };
  return (
    <Sheet
      title={m.till_quick()}
      onClose={onClose}
      foot={
        <button
          type="submit"
          form={form}
          className={ui.main}
          disabled={priceVnd === null || priceVnd === 0}
        >
          {m.till_add()}
        </button>
      }
    >
      <form id={form} className={ui.stack} onSubmit={add}>
        <MoneyField label={m.till_price()} amountVnd={priceVnd} onChange={setPrice} />
        <TextField
          label={m.till_goods_name()}
          value={name}
          onChange={setName}
          longest={120}
          placeholder={m.till_quick_name()}
          hint={m.till_quick_hint()}
        />
      </form>
    </Sheet>
  );
}
