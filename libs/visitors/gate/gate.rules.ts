/** What a gate takes over from the plan. */
export interface PlannedGate {
  id: string;
  nameVi: string;
  nameEn: string;
  xCm: number;
  yCm: number;
  widthCm: number;
  depthCm: number;
}

export interface OpenedGate {
  id: string;
  code: string;
  nameVi: string;
  nameEn: string;
  xCm: number;
  yCm: number;
}

const byName = new Intl.Collator('vi', { numeric: true });
const codeShape = /^C(\d+)$/;

/**
 * Gates still to be opened, C1, C2 … in the order of their names ("Cổng 2" before "Cổng 10"),
 * each at the middle of its place on the plan. A code once given is not given again.
 */
export function gatesToOpen(
  planned: readonly PlannedGate[],
  opened: readonly { id: string; code: string }[],
): OpenedGate[] {
  const known = new Set(opened.map((gate) => gate.id));
  const last = Math.max(0, ...opened.map((gate) => Number(codeShape.exec(gate.code)?.[1] ?? 0)));
  return planned
    .filter((gate) => !known.has(gate.id))
    .sort((a, b) => byName.compare(a.nameVi, b.nameVi) || (a.id < b.id ? -1 : 1))
    .map((gate, at) => {
      const code = `C${last + at + 1}`;
      return {
        id: gate.id,
        code,
        nameVi: gate.nameVi || `Cổng ${code}`,
        nameEn: gate.nameEn || `Gate ${code}`,
        xCm: gate.xCm + Math.round(gate.widthCm / 2),
        yCm: gate.yCm + Math.round(gate.depthCm / 2),
      };
    });
}
