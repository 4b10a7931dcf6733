import type { SharedResource } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a project shared with another of its district. */
@Entity('resource_sharing')
@Index('resource_sharing_district', ['districtId', 'sharedOn'])
export class RegisteredResourceSharing {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'resource_sharing_pkey' }) sharingId!: string;
  @Column('text') districtId!: string;
  @Column('text') fromProjectId!: string;
  @Column('text') toProjectId!: string;
  @Column('text') resource!: SharedResource;
  @Column('text') description!: string;
  @Column('date') sharedOn!: string;
  @Column('boolean') isWithdrawn!: boolean;
}
