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
export * from './organization/enterprise-client.contract';
export * from './organization/liaison-assessment.contract';
export * from './organization/liaison-meeting.contract';
export * from './organization/liaison-notice-board.contract';
export * from './organization/liaison-officer.contract';
export * from './organization/liaison-role-definition.contract';
export * from './organization/liaison-work-log.contract';
export * from './organization/liaison.queries';
export * from './organization/organization.queries';
export * from './organization/unit.contract';
export * from './reporting/leading-group-report';
export * from './reporting/reporting.queries';
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
