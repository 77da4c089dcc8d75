/* The fields of the doors' answers that the simulator reads; the doors' own shapes are in OpenAPI. */

export interface HealthAnswer {
  clock: { now: string; speed: number; isMoved: boolean };
}

export interface FairSummaryAnswer {
  id: string;
  code: string;
  nameVi: string;
  isDemo: boolean;
  firstDay: string | null;
  lastDay: string | null;
}

export interface FairAnswer extends FairSummaryAnswer {
  timeZone: string;
  dayCutMinutes: number;
  days: { day: string; opensAt: string; closesAt: string; isOpen: boolean }[];
}

export interface RegisterAnswer {
  id: string;
  exhibitorId: string;
  exhibitorName: string;
  boothCode: string;
  epochs: {
    epoch: number;
    deviceName: string;
    supersededAt: string | null;
    revokedAt: string | null;
    linkedCount: number;
    bookedCount: number;
    setAsideCount: number;
    bookedVnd: number;
    linesVnd: number;
    paymentsVnd: number;
  }[];
}

export interface EnrolmentAnswer {
  fairId: string;
  registerId: string;
  epoch: number;
  genesis: string;
  exhibitorId: string;
  boothId: string;
  boothCode: string;
  zoneId: string;
  serverTime: string;
  products: {
    id: string;
    name: string;
    classCode: string | null;
    star: number | null;
    priceVnd: number;
    unit: string;
    vatRatePercent: number | null;
  }[];
}

export interface DeliveryAnswer {
  results: {
    id: string;
    link: 'stored' | 'duplicate' | 'behind' | 'conflict';
    booking: 'booked' | 'set_aside' | null;
    code: string | null;
  }[];
  head: { epoch: number; sequence: number; hash: string };
  serverTime: string;
}

export interface GateAnswer {
  id: string;
  code: string;
}

export interface CalibrationAnswer {
  handCounts: { startedAt: string }[];
}

export interface SensorAnswer {
  id: string;
  name: string;
  revokedAt: string | null;
}

export interface NewSensorAnswer {
  id: string;
  /** 32 bytes in base64url. */
  key: string;
}

export interface GateCounterAnswer {
  sequence: number;
  entries: number;
}

export interface VisitsAnswer {
  entries: number;
}

export interface BoardAnswer {
  visits: { entries: number };
  revenue: { measuredVnd: number; declaredVnd: number | null };
}

export interface ClosingAnswer {
  revision: number;
  documentCount: number;
  measuredVnd: number;
  declaredVnd: number | null;
  entries: number;
}

export interface DeclaredAnswer {
  id: string;
  amountVnd: number | null;
}

export interface DeclarePlaceAnswer {
  days: { day: string; declared: DeclaredAnswer | null }[];
}

export interface BoothsToDeclareAnswer {
  booths: { declared: DeclaredAnswer | null }[];
}
