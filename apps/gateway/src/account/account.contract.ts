import { type Grant, IsNestedList, NumberFromText, type Role } from '@gongyou/contracts';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

/** Roles that people hold. Enterprise systems and the platform's own parts are known by their NATS user. */
export const grantableRoles = [
  'administrator',
  'leadingGroupOffice',
  'leadDepartment',
  'unitOfficer',
  'partyAffairsOffice',
  'inspector',
] as const satisfies readonly Role[];

export const usernamePattern = /^[a-z][a-z0-9._-]{1,63}$/;

/** Long enough for any passphrase, short enough that hashing it costs nothing. */
const LONGEST_PASSWORD = 200;
const IsPassword = (): PropertyDecorator => (target, property) => {
  IsString()(target, property);
  MaxLength(LONGEST_PASSWORD)(target, property);
};

export class OpenSession {
  @IsString() @MaxLength(200) username!: string;
  @IsPassword() password!: string;
}

export class ChangePassword {
  @IsPassword() currentPassword!: string;
  @IsPassword() newPassword!: string;
}

export class AccountGrant implements Grant {
  @IsIn(grantableRoles) role!: (typeof grantableRoles)[number];
  /** A unit, and with it everything below; `*` for everywhere. */
  @IsString() @MaxLength(64) @Matches(/^(\*|[a-z0-9]+(-[a-z0-9]+)*)$/) organizationId!: string;
}

export class CreateAccount {
  /** Lower-case letters, digits, dots and dashes; begins with a letter. */
  @IsString() @Matches(usernamePattern) username!: string;
  @IsNestedList(() => AccountGrant, 50, 1) grants!: AccountGrant[];
}

export class SetGrants {
  @IsNestedList(() => AccountGrant, 50, 1) grants!: AccountGrant[];
}

export class ListAccounts {
  /** The last username of the page before. */
  @IsOptional() @IsString() @MaxLength(64) @Matches(usernamePattern) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface AccountRow {
  accountId: string;
  username: string;
  grants: Grant[];
  mustChangePassword: boolean;
  disabled: boolean;
  lockedUntil: string | null;
  createdAt: string;
}

export interface SessionAnswer {
  token: string;
  expiresAt: string;
  mustChangePassword: boolean;
}
