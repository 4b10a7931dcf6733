import { setTimeout as pause } from 'node:timers/promises';
import {
  type EnterpriseClientEvent,
  enterpriseClientEvents,
  type Grant,
  type UnitEvent,
  unitEvents,
  type UnitKind,
} from '@gongyou/contracts';
import { Logger } from '@nestjs/common';
import type { NatsLedger } from '../ledger/nats-ledger';
import { recordedEvent } from '../ledger/recorded-event';

/** An organization unit as scope and escalation need it. */
export interface DirectoryUnit {
  unitId: string;
  kind: UnitKind;
  name: string;
  parentId: string | null;
  closed: boolean;
}

const PAGE = 1000;
/** Long enough to be cheap when nothing happens, short enough to notice a broken connection. */
const WAIT_MS = 5_000;
const RETRY_MS = 500;
/** Under load the directories of all services would ask after every commit. */
const GATHER_MS = 20;

/**
 * The tree of organization units and the enterprise systems bound to them, kept in memory from the ledger's feed.
 * Each service keeps its own, so that a command's scope can be judged without asking anybody (ADR-0005).
 * It follows the feed by some 20 milliseconds; `catchUp()` brings it level with the ledger when something is not found.
 */
export class OrganizationDirectory {
  private readonly units = new Map<string, DirectoryUnit>();
  private readonly children = new Map<string, Set<string>>();
  private readonly clients = new Map<string, string>();
  private position = -1;
  private following: Promise<void> | undefined;
  private runningCatchUp: Promise<void> | undefined;
  private nextCatchUp: Promise<void> | undefined;
  private stopped = false;
  private readonly logger = new Logger(OrganizationDirectory.name);

  constructor(private readonly ledger: NatsLedger) {}

  /** Reads all there is, then goes on following. */
  async start(): Promise<void> {
    await this.catchUp();
    this.following = this.follow();
  }

  /** Resolves when the last question to the ledger is answered, or ended with the connection: some seconds without it. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.following;
  }

  unit(unitId: string): DirectoryUnit | undefined {
    return this.units.get(unitId);
  }

  /** The unit, after bringing the directory level with the ledger if it is not known yet. */
  async findUnit(unitId: string): Promise<DirectoryUnit | undefined> {
    if (!this.units.has(unitId)) await this.catchUp();
    return this.units.get(unitId);
  }

  /** The units above, nearest first. */
  ancestors(unitId: string): string[] {
    const above: string[] = [];
    let parent = this.units.get(unitId)?.parentId ?? null;
    while (parent !== null) {
      above.push(parent);
      parent = this.units.get(parent)?.parentId ?? null;
    }
    return above;
  }

  /** Whether a unit is another one or stands below it. */
  within(unitId: string, topId: string): boolean {
    return unitId === topId || this.ancestors(unitId).includes(topId);
  }

  /** The units that stand under no other. */
  roots(): DirectoryUnit[] {
    return [...this.units.values()].filter((unit) => unit.parentId === null);
  }

  /** The unit and all that stand below it, each before those below it. */
  withBelow(unitId: string): DirectoryUnit[] {
    const unit = this.units.get(unitId);
    if (!unit) return [];
    return [unit, ...[...(this.children.get(unitId) ?? [])].flatMap((child) => this.withBelow(child))];
  }

  /** The open units directly below. */
  openChildren(unitId: string): string[] {
    return [...(this.children.get(unitId) ?? [])].filter((child) => !this.units.get(child)!.closed);
  }

  /** What an enterprise system may do: its role over the unit it is bound to; nothing once it is revoked. */
  async grantsOfClient(client: string): Promise<Grant[]> {
    if (!this.clients.has(client)) await this.catchUp();
    const organizationId = this.clients.get(client);
    return organizationId === undefined ? [] : [{ role: 'enterpriseSystem', organizationId }];
  }

  /**
   * Brings the directory level with the ledger as it stands now. Those who come while one is on its way share the next one: that
   * one looks after all of them have come.
   */
  catchUp(): Promise<void> {
    this.nextCatchUp ??= this.afterRunningCatchUp();
    return this.nextCatchUp;
  }

  private async afterRunningCatchUp(): Promise<void> {
    await this.runningCatchUp?.catch(() => undefined);
    this.runningCatchUp = this.nextCatchUp;
    this.nextCatchUp = undefined;
    while (!(await this.read(0)).isLevel);
  }

  private async follow(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.read(WAIT_MS);
        await pause(GATHER_MS, undefined, { ref: false });
      } catch (error) {
        if (this.stopped) return;
        this.logger.warn(`the ledger's feed does not answer: ${(error as Error).message}`);
        await pause(RETRY_MS);
      }
    }
  }

  /**
   * Takes in the next page; answers whether the directory was then level with the ledger. Pages are folded one after the other,
   * whoever asked for them.
   */
  private async read(waitMs: number): Promise<{ isLevel: boolean }> {
    const page = await this.ledger.feed({ after: this.position, limit: PAGE, waitMs, types: [...directoryEvents] });
    for (const stored of page.events) {
      const event = recordedEvent(stored);
      if (event.position > this.position)
        this.take({ type: event.type, data: event.data } as unknown as DirectoryEvent);
    }
    this.position = Math.max(this.position, page.through);
    // Of a full page the head is as the ledger's process has heard it; there may be more.
    return { isLevel: this.position >= page.head && page.events.length < PAGE };
  }

  private take(event: DirectoryEvent): void {
    switch (event.type) {
      case 'UnitEstablished': {
        const { unitId, kind, name, parentId } = event.data;
        this.units.set(unitId, { unitId, kind, name, parentId: parentId ?? null, closed: false });
        if (parentId !== undefined) this.childrenOf(parentId).add(unitId);
        return;
      }
      case 'UnitMoved':
        return this.move(event.data.unitId, event.data.parentId);
      case 'UnitClosed': {
        const unit = this.units.get(event.data.unitId);
        if (unit) this.units.set(unit.unitId, { ...unit, closed: true });
        return;
      }
      case 'UnitRenamed': {
        const unit = this.units.get(event.data.unitId);
        if (unit) this.units.set(unit.unitId, { ...unit, name: event.data.name });
        return;
      }
      case 'CreditCodeRecorded':
      case 'ProductionModeSet':
        return;
      case 'EnterpriseClientRegistered':
        this.clients.set(event.data.clientName, event.data.organizationId);
        return;
      case 'EnterpriseClientRevoked':
        this.clients.delete(event.data.clientName);
        return;
    }
  }

  private move(unitId: string, parentId: string): void {
    const unit = this.units.get(unitId);
    // Two moves that were decided at the same moment can together make a ring. All readers see them in the same order,
    // and all leave out the one that would close it.
    if (!unit || this.within(parentId, unitId)) return;
    if (unit.parentId !== null) this.childrenOf(unit.parentId).delete(unitId);
    this.units.set(unitId, { ...unit, parentId });
    this.childrenOf(parentId).add(unitId);
  }

  private childrenOf(unitId: string): Set<string> {
    let children = this.children.get(unitId);
    if (!children) this.children.set(unitId, (children = new Set()));
    return children;
  }
}

type DirectoryEvent = UnitEvent | EnterpriseClientEvent;
const directoryEvents = [...Object.keys(unitEvents), ...Object.keys(enterpriseClientEvents)];
