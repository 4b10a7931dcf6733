export * from './check';
export * from './declare/command';
export * from './declare/context';
export * from './declare/event';
export {
  isSealed,
  Personal,
  personalFields,
  type PersonalFields,
  type PersonalKind,
  personalKinds,
} from './declare/personal';
export * from './declare/query';
export * from './declare/role';
export * from './fields';
export * from './ledger/ledger.contract';
export * from './organization/crew-powers';
export * from './organization/crew.contract';
export * from './organization/crew.queries';
export * from './organization/enterprise-client.contract';
export * from './organization/morning-meeting.contract';
export * from './organization/liaison-assessment.contract';
export * from './organization/liaison-meeting.contract';
export * from './organization/liaison-notice-board.contract';
export * from './organization/liaison-officer.contract';
export * from './organization/liaison-role-definition.contract';
export * from './organization/liaison-work-log.contract';
export * from './organization/liaison.queries';
export * from './organization/organization.queries';
export * from './organization/project.contract';
export * from './organization/project.queries';
export * from './organization/trades';
export * from './organization/collective-union-admission.contract';
export * from './organization/congress.contract';
export * from './organization/employer.contract';
export * from './organization/honour-selection.contract';
export * from './organization/honour-selection.queries';
export * from './organization/joint-conference.contract';
export * from './organization/mass-organization.contract';
export * from './organization/mass-organization-posting.contract';
export * from './organization/mass-organization.queries';
export * from './organization/trade-union-law';
export * from './organization/union-membership.contract';
export * from './organization/code-tables/code-table';
export * from './organization/code-tables/education-levels';
export * from './organization/code-tables/ethnic-groups';
export * from './organization/code-tables/identity-document-types';
export * from './organization/code-tables/work-roles';
export * from './organization/code-tables/work-types';
export * from './organization/roster-import.contract';
export * from './organization/roster-import.queries';
export * from './organization/unit.contract';
export * from './organization/work-restriction.contract';
export * from './organization/worker.contract';
export * from './organization/worker.queries';
export * from './reporting/leading-group-report';
export * from './reporting/reporting.queries';
export * from './reporting/standing-indicators';
export * from './supervision/adoption.contract';
export * from './supervision/calendar.contract';
export * from './supervision/indicator-return.contract';
export * from './supervision/programme';
export * from './supervision/programme-faults';
export * from './supervision/programme.contract';
export * from './supervision/supervision.queries';
export * from './supervision/task.contract';
export * from './documents/json-schema';
export * from './message-headers';
export { asyncApiDocument, type DocumentOptions } from './documents/async-api';
export { openApiDocument, type OpenApiOptions, sessionCookie } from './documents/open-api';
