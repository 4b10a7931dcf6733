import type {
  CrewItemKind,
  CrewReviewRow,
  CrewStage,
  CrewStationingRow,
  DelegatedPowerRow,
  RecordedCrewMatter,
} from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const STANDS = "stage <> 'dissolved'";

/** A crew as it stands. The lists are as long as the crew's life has events of their kind, a few a year. */
@Entity('crew')
@Index('crew_stage', ['stage', 'unitId'])
@Index('crew_trade', ['trade', 'unitId'])
@Index('crew_labour_subcontractor', ['labourSubcontractorId', 'unitId'])
@Index('crew_manager', ['managerId', 'unitId'])
@Index('crew_unsupported', ['unitId'], { where: `manager_id IS NULL AND ${STANDS}` })
@Index('crew_unguided', ['unitId'], { where: `NOT is_guided AND ${STANDS}` })
export class RegisteredCrew {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'crew_pkey' }) unitId!: string;
  @Column('text') trade!: string;
  @Column('text', { nullable: true }) labourSubcontractorId!: string | null;
  @Column('text') stage!: CrewStage;
  @Column('date') formedOn!: string;
  @Column('date', { nullable: true }) dissolvedOn!: string | null;
  @Column('text', { nullable: true }) leaderId!: string | null;
  @Column('date', { nullable: true }) leaderSince!: string | null;
  @Column('text', { nullable: true }) managerId!: string | null;
  @Column('date', { nullable: true }) managerSince!: string | null;
  /** Whether a Party member is stationed with it. */
  @Column('boolean') isGuided!: boolean;
  @Column('date', { nullable: true }) lastMeetingOn!: string | null;
  @Column('date', { nullable: true }) lastMorningMeetingOn!: string | null;
  @Column('json') supports!: CrewStationingRow[];
  @Column('json') partyMembers!: CrewStationingRow[];
  @Column('json') powers!: DelegatedPowerRow[];
  @Column('json') reviews!: CrewReviewRow[];
}

/** A meeting of a crew, with what it decided. */
@Entity('crew_meeting')
@Index('crew_meeting_day', ['unitId', 'heldOn'])
export class CrewMeeting {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'crew_meeting_pkey' }) unitId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'crew_meeting_pkey' }) meetingId!: string;
  @Column('date') heldOn!: string;
  @Column('integer') memberCount!: number;
  @Column('integer') presentCount!: number;
  @Column('json') matters!: RecordedCrewMatter[];
}

/** What was issued to a crew; acknowledged when its leader has done so. */
@Entity('crew_item')
@Index('crew_item_due', ['acknowledgeBy', 'unitId', 'itemId'])
@Index('crew_item_late', ['acknowledgeBy', 'unitId', 'itemId'], {
  where: 'acknowledged_on IS NULL OR acknowledged_on > acknowledge_by',
})
export class CrewItem {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'crew_item_pkey' }) unitId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'crew_item_pkey' }) itemId!: string;
  @Column('text') kind!: CrewItemKind;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) sha256!: string | null;
  @Column('date') issuedOn!: string;
  @Column('date') acknowledgeBy!: string;
  @Column('date', { nullable: true }) acknowledgedOn!: string | null;
  @Column('integer') acknowledgedByCount!: number;
}

/** What was done in a crew by virtue of a delegated power. */
@Entity('power_use')
@Index('power_use_day', ['unitId', 'usedOn'])
export class PowerUse {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'power_use_pkey' }) unitId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'power_use_pkey' }) useId!: string;
  @Column('text') power!: string;
  @Column('text') holderId!: string;
  @Column('text') action!: string;
  @Column('date') usedOn!: string;
}
