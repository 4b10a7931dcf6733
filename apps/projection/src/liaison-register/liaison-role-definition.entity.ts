import type { DefiningDocument, LiaisonLevel, LiaisonRole } from '@gongyou/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of what a liaison post is. */
@Entity('liaison_role_definition')
export class LiaisonRoleDefinitionVersion {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_role_definition_pkey' }) organizationId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_role_definition_pkey' }) level!: LiaisonLevel;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'liaison_role_definition_pkey' }) version!: number;
  @Column('date') effectiveOn!: string;
  @Column('json') basis!: DefiningDocument;
  @Column('json') role!: LiaisonRole;
}
