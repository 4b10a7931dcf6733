import { type UnitEvent, unitEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { insertRows, upsertRows } from '../database/write-rows';
import { BeginningMissing, laterDay, type Projector, type Recorded } from '../intake/projector';
import { RegisteredUnit, UnitName, UnitPlacement } from './unit.entity';
import { unitsBelow } from './unit-tree';

/** Keeps the units as they stand, and since when each has its parent and its name. */
@Injectable()
export class UnitRegisterProjector implements Projector<UnitEvent> {
  readonly name = 'unit-register';
  readonly types = Object.keys(unitEvents);

  async project(events: readonly Recorded<UnitEvent>[], tx: EntityManager): Promise<void> {
    const changes = await UnitChanges.of(events, tx);
    for (const event of events) await changes.take(event);
    await changes.write();
  }
}

/** The changes of one batch, kept in memory until they are written. */
class UnitChanges {
  private readonly touched = new Set<string>();
  private readonly placements = new Map<string, UnitPlacement>();
  private names: UnitName[] = [];

  private constructor(
    private readonly tx: EntityManager,
    private readonly units: Map<string, RegisteredUnit>,
  ) {}

  static async of(events: readonly Recorded<UnitEvent>[], tx: EntityManager): Promise<UnitChanges> {
    const ids = [...new Set(events.map(({ data }) => data.unitId))];
    const known = await tx
      .createQueryBuilder(RegisteredUnit, 'unit')
      .where('unit.unitId = ANY(:ids)', { ids })
      .getMany();
    return new UnitChanges(tx, new Map(known.map((unit) => [unit.unitId, unit])));
  }

  async take(event: Recorded<UnitEvent>): Promise<void> {
    switch (event.type) {
      case 'UnitEstablished':
        return this.establish(event);
      case 'UnitRenamed':
        return this.rename(event);
      case 'UnitMoved':
        return this.move(event);
      case 'UnitClosed':
        return this.change({ ...this.unit(event.data.unitId), closedOn: event.data.closedOn });
      case 'ProductionModeSet': {
        const { unitId, productionMode } = event.data;
        return this.change({ ...this.unit(unitId), productionMode });
      }
      case 'CreditCodeRecorded': {
        const { unitId, creditCode, check, publishedIn = null } = event.data;
        const code = { creditCode, creditCodeCheck: check, creditCodeNotice: publishedIn };
        return this.change({ ...this.unit(unitId), ...code });
      }
    }
  }

  async write(): Promise<void> {
    await upsertRows(
      this.tx,
      RegisteredUnit,
      [...this.touched].map((unitId) => this.unit(unitId)),
    );
    await upsertRows(this.tx, UnitPlacement, [...this.placements.values()]);
    await insertRows(this.tx, UnitName, this.names);
    this.touched.clear();
    this.placements.clear();
    this.names = [];
  }

  private establish({ data, position }: Recorded<UnitEvent> & { type: 'UnitEstablished' }): void {
    const { unitId, kind, name, parentId = null, creditCode = null, establishedOn } = data;
    const creditCodeCheck = creditCode === null ? null : 'valid';
    const code = { creditCode, creditCodeCheck, creditCodeNotice: null } as const;
    this.change({ unitId, kind, name, parentId, ...code, productionMode: null, establishedOn, closedOn: null });
    this.place({ unitId, fromPosition: position, parentId, fromDay: establishedOn });
    this.names.push({ unitId, fromPosition: position, name, fromDay: establishedOn });
  }

  private async rename({ data, position }: Recorded<UnitEvent> & { type: 'UnitRenamed' }): Promise<void> {
    const { unitId, name, renamedOn } = data;
    this.change({ ...this.unit(unitId), name });
    const fromDay = laterDay(renamedOn as string, await this.latestNameDay(unitId));
    this.names.push({ unitId, fromPosition: position, name, fromDay });
  }

  private async move({ data, position }: Recorded<UnitEvent> & { type: 'UnitMoved' }): Promise<void> {
    const { unitId, parentId, movedOn } = data;
    const unit = this.unit(unitId);
    await this.write();
    // Two moves that were decided at the same moment can together make a ring. All readers see them in the same order, and all
    // leave out the one that would close it (as the directory of units does that commands are judged by).
    if ((await unitsBelow(this.tx, unitId)).includes(parentId)) return;
    const before = await this.lastPlacement(unitId);
    const fromDay = laterDay(movedOn as string, before.fromDay);
    this.change({ ...unit, parentId });
    this.place({ unitId, fromPosition: position, parentId, fromDay });
    this.put({ ...before, untilPosition: position, untilDay: fromDay });
  }

  private place(begun: Omit<UnitPlacement, 'untilPosition' | 'untilDay'>): void {
    this.put({ ...begun, untilPosition: null, untilDay: null });
  }

  private put(placement: UnitPlacement): void {
    this.placements.set(`${placement.unitId}~${placement.fromPosition}`, placement);
  }

  private async lastPlacement(unitId: string): Promise<UnitPlacement> {
    const last = await this.tx.findOneBy(UnitPlacement, { unitId, untilPosition: IsNull() });
    if (!last) throw new BeginningMissing('unit');
    return last;
  }

  /** The last day on which the unit was named; what is told late counts from then. */
  private async latestNameDay(unitId: string): Promise<string> {
    await this.write();
    const [row] = await this.tx.query<{ day: string | null }[]>(
      'SELECT max(from_day) AS day FROM unit_name WHERE unit_id = $1',
      [unitId],
    );
    return row?.day ?? '';
  }

  private unit(unitId: string): RegisteredUnit {
    const unit = this.units.get(unitId);
    if (!unit) throw new BeginningMissing('unit');
    return unit;
  }

  private change(unit: RegisteredUnit): void {
    this.units.set(unit.unitId, unit);
    this.touched.add(unit.unitId);
  }
}
