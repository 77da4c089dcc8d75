import { Account } from '@phien/identity';
import { newId } from '@phien/kernel';
import { makeFair, PlanFeature, planningEntities } from '@phien/planning';
import { openTestDatabase, type TestDatabase } from '@phien/store';
import { GateCount } from '../count/gate-count.entity';
import { GateSensor } from '../sensor/gate-sensor.entity';
import { Gate } from './gate.entity';
import { OpenGates } from './open-gates';
import { ReadGates } from './read-gates';

describe('the gates of a fair', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase([...planningEntities, Account, Gate, GateSensor, GateCount]);
  });

  afterAll(() => database.close());

  async function planGate(fairId: string, nameVi: string) {
    await database.dataSource.getRepository(PlanFeature).insert({
      fairId,
      id: newId(),
      kind: 'gate',
      nameVi,
      nameEn: nameVi.replace('Cổng', 'Gate'),
      xCm: 100,
      yCm: 200,
      widthCm: 300,
      depthCm: 40,
    });
  }

  it('open from the plan, and opening them again changes nothing', async () => {
    const { dataSource } = database;
    const { fairId } = await makeFair(dataSource.manager);
    await planGate(fairId, 'Cổng 2');
    await planGate(fairId, 'Cổng 1');
    const openGates = new OpenGates(dataSource);

    await Promise.all([openGates.run({ fairId }), openGates.run({ fairId })]);
    await openGates.run({ fairId });
    const gates = await new ReadGates(dataSource).run(fairId);
    expect(gates.map(({ code, nameVi, xCm, yCm }) => [code, nameVi, xCm, yCm])).toEqual([
      ['C1', 'Cổng 1', 250, 220],
      ['C2', 'Cổng 2', 250, 220],
    ]);

    await planGate(fairId, 'Cổng 0');
    await openGates.run({ fairId });
    const later = await new ReadGates(dataSource).run(fairId);
    expect(later.map(({ code, nameVi }) => [code, nameVi])).toEqual([
      ['C1', 'Cổng 1'],
      ['C2', 'Cổng 2'],
      ['C3', 'Cổng 0'],
    ]);
  });

  it('are declared on the entities as the migration made them', async () => {
    const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });
});
