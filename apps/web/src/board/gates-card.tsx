import type { Board } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { BarList } from '../ui/bar-list';
import { Count } from '../ui/figures';
import { TableTwin } from '../ui/table-twin';
import { sumOf } from './shares.rules';

type GateRow = Board['visits']['gates'][number];

export function GatesCard({ board }: { board: Board }) {
  const { language } = useLanguage();
  const { gates } = board.visits;
  const name = (gate: GateRow) => (language === 'vi' ? gate.nameVi : gate.nameEn);
  return (
    <TableTwin
      title={m.gates_title()}
      rows={gates}
      keyOf={(gate) => gate.gateId}
      columns={[
        { title: m.gates_gate(), cell: name, isName: true },
        {
          title: m.gates_entries(),
          cell: (gate) => gate.entries,
          unit: 'count',
        },
        { title: m.gates_exits(), cell: (gate) => gate.exits, unit: 'count' },
      ]}
      total={[m.total(), sumOf(gates, (gate) => gate.entries), sumOf(gates, (gate) => gate.exits)]}
      note={gates.length === 0 ? m.gates_empty() : undefined}
    >
      <BarList
        colour={2}
        rows={gates.map((gate) => ({
          key: gate.gateId,
          label: name(gate),
          size: gate.entries,
          value: <Count count={gate.entries} />,
          aside: m.gates_sub({ exits: formatCount(gate.exits, language) }),
        }))}
      />
    </TableTwin>
  );
}
