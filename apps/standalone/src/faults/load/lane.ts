import { setTimeout as pause } from 'node:timers/promises';
import { addDays, type Day, dayOfInstant } from '@gongyou/domain';
import { ESTABLISHED_ON, EXAMPLE_GROUP, EXAMPLE_PROGRAMME } from '../../example/example-group';
import type { Randomness } from '../../randomness';
import type { CommandBook, SentCommand } from './command-book';
import type { Sending } from './sending';

type Body = Readonly<Record<string, unknown>>;

const MOST_RETRIES = 4;
const MEASURES = ['cc-02', 'cc-05', 'cc-12', 'cc-13', 'cc-14', 'cc-15'] as const;

/** Sends one command after the other: tasks from plan to acceptance, units, things that must be refused; all in many ways. */
export class Lane {
  private readonly today: Day = dayOfInstant(new Date());
  private readonly answered: { command: SentCommand; by: Sending }[] = [];

  constructor(
    private readonly system: Sending,
    private readonly office: Sending,
    private readonly unitId: string,
    private readonly book: CommandBook,
    private readonly chance: Randomness,
  ) {}

  /** Resolves when it is told to end and the command at hand has had its time. */
  async run(ending: AbortSignal): Promise<void> {
    while (!ending.aborted) {
      const story = this.chance.next();
      if (story < 0.55) await this.task(ending);
      else if (story < 0.8) await this.unit(ending);
      else await this.somethingRefused();
      if (this.chance.happens(0.3)) await this.repeatSomething();
    }
  }

  private async task(ending: AbortSignal): Promise<void> {
    const taskId = `faults-task-${this.chance.hex(12)}`;
    const measureId = this.chance.oneOf(MEASURES);
    const whose = {
      programmeId: EXAMPLE_PROGRAMME,
      organizationId: EXAMPLE_GROUP,
      ownerUnitId: this.unitId,
      cooperatingUnitIds: [],
    };
    const plan = { taskId, ...whose, measureId, title: `故障演练任务 ${taskId}`, dueOn: addDays(this.today, 20) };
    const progress = (): Body => ({
      taskId,
      progressPercent: this.chance.between(0, 100),
      note: `进展 ${this.chance.hex(16)} “引号”\n换行`,
      evidence: [{ fileName: `资料-${this.chance.hex(4)}.pdf`, sha256: this.chance.hex(64) }],
      reportedOn: this.today,
    });
    const completion = (): Body => ({
      taskId,
      note: `办结 ${this.chance.hex(16)}`,
      evidence: [],
      completedOn: this.today,
    });

    await this.give(this.office, 'supervision.task.plan', plan);
    for (let reports = this.chance.between(1, 3); reports > 0 && !ending.aborted; reports -= 1) {
      await this.give(this.system, 'supervision.task.report-progress', progress());
    }
    if (ending.aborted || this.chance.happens(0.2)) return;
    await this.give(this.system, 'supervision.task.complete', completion());
    if (this.chance.happens(0.3)) {
      await this.give(this.office, 'supervision.task.return', {
        taskId,
        reason: `退回 ${this.chance.hex(8)}`,
        returnedOn: this.today,
      });
      await this.give(this.system, 'supervision.task.complete', completion());
    }
    await this.give(this.office, 'supervision.task.accept', { taskId, acceptedOn: this.today });
  }

  private async unit(ending: AbortSignal): Promise<void> {
    const unitId = `faults-crew-${this.chance.hex(12)}`;
    const crew = { unitId, kind: 'crew', name: `班组 ${unitId}`, parentId: this.unitId, establishedOn: ESTABLISHED_ON };
    await this.give(this.system, 'organization.unit.establish', crew);
    for (let names = this.chance.between(0, 2); names > 0 && !ending.aborted; names -= 1) {
      await this.give(this.system, 'organization.unit.rename', {
        unitId,
        name: `班组 ${this.chance.hex(10)}`,
        renamedOn: this.today,
      });
    }
  }

  private async somethingRefused(): Promise<void> {
    const unit = { unitId: `faults-never-${this.chance.hex(12)}`, name: '不应存在', establishedOn: ESTABLISHED_ON };
    const report = {
      taskId: `faults-never-${this.chance.hex(12)}`,
      note: '不应存在',
      evidence: [],
      reportedOn: this.today,
    };
    const [operation, body] = this.chance.oneOf<[string, Body]>([
      ['organization.unit.establish', { ...unit, kind: 'group', parentId: this.unitId }],
      ['organization.unit.establish', { ...unit, kind: 'crew', parentId: EXAMPLE_GROUP }],
      ['supervision.task.report-progress', { ...report, progressPercent: 10 }],
      ['supervision.task.report-progress', { ...report, progressPercent: 101 }],
    ]);
    await this.give(this.system, operation, body, true);
  }

  /** One command, sent in one of the ways in which senders send: once, several times at once, without waiting, again when unanswered. */
  private async give(by: Sending, operation: string, body: Body, mustBeRefused = false): Promise<void> {
    const key = this.chance.happens(0.9) ? `faults-${this.chance.hex(24)}` : undefined;
    const command = this.open(by, { operation, body, key, mustBeRefused });
    const way = this.chance.next();
    if (way < 0.06) by.andForget(command);
    else if (way < 0.16 && key !== undefined) await this.atOnce(by, command);
    else await this.patiently(by, command);

    if (key !== undefined && command.attempts.some(({ outcome }) => outcome.kind === 'acknowledged')) {
      this.answered.push({ command, by });
      if (this.chance.happens(0.05)) await this.reuseKey(by, command, key);
    }
    await pause(this.chance.between(5, 60));
  }

  private async atOnce(by: Sending, command: SentCommand): Promise<void> {
    await Promise.all(Array.from({ length: this.chance.between(2, 6) }, () => by.once(command)));
  }

  /** Without a key nothing may be sent twice; with one, some give up all the same. */
  private async patiently(by: Sending, command: SentCommand): Promise<void> {
    for (let retries = 0; retries <= MOST_RETRIES; retries += 1) {
      const { kind } = await by.once(command);
      if (kind !== 'unanswered') return;
      await pause(this.chance.between(100, 500));
      if (command.key === undefined || !this.chance.happens(0.6)) return;
    }
  }

  private async reuseKey(by: Sending, first: SentCommand, key: string): Promise<void> {
    const { operation } = first;
    const field = ['note', 'name', 'title', 'reason'].find((name) => name in first.body);
    if (field === undefined) return;
    const body = { ...first.body, [field]: '用旧键发送的另一内容' };
    await by.once(this.open(by, { operation, body, key, mustBeRefused: true }));
  }

  private async repeatSomething(): Promise<void> {
    if (this.answered.length === 0) return;
    const { command, by } = this.chance.oneOf(this.answered);
    await by.once(command);
  }

  private open(by: Sending, command: Pick<SentCommand, 'operation' | 'body' | 'key' | 'mustBeRefused'>): SentCommand {
    return this.book.open({ ...command, client: by.client, correlationId: this.chance.hex(32) });
  }
}
