export { AccountsNotEmpty, type ArchivedAccount, archiveAccounts, restoreAccounts } from './account/account-archive';
export { type GatewayOptions, type RunningGateway, startGateway } from './gateway';
export { type GatewayParameters, usualParameters } from './gateway.parameters';
