import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a studio did in a year. */
export interface TorchYear {
  tasks: number;
  results: number;
  apprenticesHelped: number;
}

/** A studio of the Torch action, with what it did year by year, in numbers. */
@Entity('torch_studio')
@Index('torch_studio_unit', ['unitId', 'studioId'])
export class RegisteredTorchStudio {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'torch_studio_pkey' }) studioId!: string;
  @Column('text') name!: string;
  @Column('text') unitId!: string;
  @Column('text') partyOrganizationId!: string;
  @Column('date') joinedOn!: string;
  @Column('date', { nullable: true }) leftOn!: string | null;
  @Column('json') years!: Record<string, TorchYear>;
}
