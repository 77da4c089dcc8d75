/** A till whose shift is open. */
export class OpenShiftDto {
  registerId: string;

  registerName: string;

  exhibitorId: string;

  cashier: string;

  /** When it was opened, by the till; ISO 8601. */
  openedAt: string;
}

/** What the tills of a booth are doing: to know before it is freed or given to another. */
export class BoothWorkDto {
  boothId: string;

  openShifts: OpenShiftDto[];

  /** Sales booked for the booth on the present fair day. */
  salesToday: number;
}
