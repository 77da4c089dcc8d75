/** A gate of the fair; x and y in centimetres on the plan, the middle of the gate. */
export class GateDto {
  id: string;
  code: string;
  nameVi: string;
  nameEn: string;
  xCm: number;
  yCm: number;
  /** People counters that count here as well, beside whoever holds a phone. */
  sensorCount: number;
}
