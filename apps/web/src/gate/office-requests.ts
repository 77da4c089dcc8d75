import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';

export type Sensor = components['schemas']['SensorDto'];
export type NewSensor = components['schemas']['NewSensorDto'];
export type Calibration = components['schemas']['CalibrationDto'];
export type HandCount = components['schemas']['HandCountDto'];
export type WantedHandCount = components['schemas']['RecordHandCountDto'];

export async function readSensors(fairId: string): Promise<Sensor[]> {
  return present(
    await answered(client.GET('/api/fairs/{fairId}/sensors', { params: { path: { fairId } } })),
  );
}

/** Adds a people counter; its key is answered this once. */
export async function addSensor(fairId: string, gateId: string, name: string): Promise<NewSensor> {
  return present(
    await answered(
      client.POST('/api/fairs/{fairId}/gates/{gateId}/sensors', {
        params: { path: { fairId, gateId } },
        body: { name },
      }),
    ),
  );
}

export async function revokeSensor(fairId: string, sensorId: string): Promise<void> {
  await answered(
    client.DELETE('/api/fairs/{fairId}/sensors/{sensorId}', {
      params: { path: { fairId, sensorId } },
    }),
  );
}

/** Today's visits as counted and as calibrated, with the hand counts. */
export async function readCalibration(fairId: string): Promise<Calibration> {
  return present(
    await answered(client.GET('/api/fairs/{fairId}/calibration', { params: { path: { fairId } } })),
  );
}

/** Writes a hand count; the same again is the same. */
export async function recordHandCount(
  fairId: string,
  wanted: WantedHandCount,
): Promise<Calibration> {
  return present(
    await answered(
      client.POST('/api/fairs/{fairId}/hand-counts', {
        params: { path: { fairId } },
        body: wanted,
      }),
    ),
  );
}

export async function strikeHandCount(
  fairId: string,
  handCountId: string,
  reason: string,
): Promise<Calibration> {
  return present(
    await answered(
      client.POST('/api/fairs/{fairId}/hand-counts/{handCountId}/strike', {
        params: { path: { fairId, handCountId } },
        body: { reason },
      }),
    ),
  );
}
