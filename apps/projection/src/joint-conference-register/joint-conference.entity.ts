import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A joint conference of a government and its trade union. */
@Entity('joint_conference')
@Index('joint_conference_government', ['governmentUnitId'])
@Index('joint_conference_union', ['unionUnitId'])
export class RegisteredJointConference {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'joint_conference_pkey' }) jointConferenceId!: string;
  @Column('text') name!: string;
  @Column('text') governmentUnitId!: string;
  @Column('text') unionUnitId!: string;
  @Column('date') establishedOn!: string;
}

/** A meeting of one. */
@Entity('joint_meeting')
export class JointMeeting {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'joint_meeting_pkey' }) jointConferenceId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'joint_meeting_pkey' }) meetingId!: string;
  @Column('date') heldOn!: string;
  @Column('text') agenda!: string;
  @Column('integer') resolutions!: number;
}
