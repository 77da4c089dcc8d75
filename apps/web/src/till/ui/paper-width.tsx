import { m } from '../../paraglide/messages.js';
import { useTill } from '../core/till-context';
import { Chips } from './fields';

/** How wide the roll of the printer is; remembered. */
export function PaperWidth() {
  const { till, state } = useTill();
  return (
    <Chips
      label={m.till_paper_width()}
      options={[
        { value: 58, name: m.till_paper({ width: 58 }) },
        { value: 80, name: m.till_paper({ width: 80 }) },
      ]}
      chosen={state.slipWidthMm}
      onChoose={(width) => till.chooseSlipWidth(width)}
    />
  );
}
