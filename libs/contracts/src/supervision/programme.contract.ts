import { IsInt, IsOptional, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsLongText, IsNested } from '../fields';
import { Programme } from './programme';

/** Makes a reform programme known to the platform, so that organizations can adopt it (provisions QD-01, CC-T1). */
@Command({
  name: 'supervision.programme.publish',
  summary: { zh: '发布改革实施方案', en: 'Publish a reform programme' },
  roles: ['administrator', 'leadingGroupOffice', 'platform'],
  provisions: ['CC-T1', 'CC-T4'],
  towards: ['QD-01', 'QD-02a'],
})
export class PublishProgramme {
  @IsNested(() => Programme) programme!: Programme;
  /** The unit that publishes it and may amend it. None for the programmes that come with the platform. */
  @IsOptional() @IsIdentifier() publishedByUnitId?: string;
}

/** Puts a new version of a programme beside the old ones; who adopted an old version keeps it until he takes over the new. */
@Command({
  name: 'supervision.programme.amend',
  summary: { zh: '修订改革实施方案', en: 'Amend a reform programme' },
  roles: ['administrator', 'leadingGroupOffice', 'platform'],
  provisions: ['CC-T1'],
})
export class AmendProgramme {
  @IsNested(() => Programme) programme!: Programme;
  /** The version that this amendment starts from; another one refuses, so that no amendment is lost. */
  @IsInt() @Min(1) amendsVersion!: number;
  @IsLongText(500) reason!: string;
}

@DomainEvent({
  context: 'supervision',
  summary: { zh: '改革实施方案已发布', en: 'A reform programme was published' },
  provisions: ['CC-T1'],
  towards: ['QD-01'],
})
export class ProgrammePublished {
  @IsIdentifier() programmeId!: string;
  @IsInt() @Min(1) programmeVersion!: number;
  @IsNested(() => Programme) programme!: Programme;
  @IsOptional() @IsIdentifier() publishedByUnitId?: string;
}

@DomainEvent({
  context: 'supervision',
  summary: { zh: '改革实施方案已修订', en: 'A reform programme was amended' },
  provisions: ['CC-T1'],
})
export class ProgrammeAmended {
  @IsIdentifier() programmeId!: string;
  @IsInt() @Min(1) programmeVersion!: number;
  @IsNested(() => Programme) programme!: Programme;
  @IsLongText(500) reason!: string;
}

export const programmeCommands = { PublishProgramme, AmendProgramme };
export type ProgrammeCommand = CommandOf<typeof programmeCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const programmeEvents = { ProgrammePublished, ProgrammeAmended };
export type ProgrammeEvent = EventOf<typeof programmeEvents>;
