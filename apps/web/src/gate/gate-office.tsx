import { useState } from 'react';
import type { ReactNode } from 'react';
import { m } from '../paraglide/messages.js';
import classes from './gate-office.module.css';
import type { FairDay } from './fair-day.rules';
import type { Gate } from './gate-requests';
import { HandCountsPart } from './hand-counts-part';
import { SensorsPart } from './sensors-part';

export interface GateOfficeProps {
  fairId: string;
  fair: FairDay;
  gates: Gate[];
  isOrganizer: boolean;
  /** A sensor was added or revoked. */
  onSensors: () => void;
}

/** Beside the counting itself: comparing by hand, and the people counters. */
export default function GateOffice({
  fairId,
  fair,
  gates,
  isOrganizer,
  onSensors,
}: GateOfficeProps) {
  return (
    <>
      <Part title={m.gate_hand_title()}>
        <HandCountsPart
          fairId={fairId}
          timeZone={fair.timeZone}
          gates={gates}
          isOrganizer={isOrganizer}
        />
      </Part>
      {isOrganizer && (
        <Part title={m.gate_sensors_title()}>
          <SensorsPart
            fairId={fairId}
            timeZone={fair.timeZone}
            gates={gates}
            onChange={onSensors}
          />
        </Part>
      )}
    </>
  );
}

/* Asks the fair for nothing before it is opened. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={classes.part} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && children}
    </details>
  );
}
