export { type GatewayOptions, type RunningGateway, startGateway } from './gateway';
export { type GatewayParameters, usualParameters } from './gateway.parameters';
