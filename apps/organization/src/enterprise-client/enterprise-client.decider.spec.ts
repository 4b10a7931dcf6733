import { type EnterpriseClientEvent, platformClients } from '@gongyou/contracts';
import { specify } from '@gongyou/event-sourcing/testing';
import { enterpriseClient, type EnterpriseClientWish } from './enterprise-client.decider';

const given = specify(enterpriseClient);

const register = (
  organizationId = 'first-highway',
  clientName = 'highway-payroll',
  unit?: { closed: boolean },
): EnterpriseClientWish => ({
  type: 'RegisterEnterpriseClient',
  data: { clientName, organizationId },
  unit: unit ?? { closed: false },
});
const revoke: EnterpriseClientWish = { type: 'RevokeEnterpriseClient', data: { clientName: 'highway-payroll' } };
const registered = (organizationId = 'first-highway'): EnterpriseClientEvent => ({
  type: 'EnterpriseClientRegistered',
  data: { clientName: 'highway-payroll', organizationId },
});
const revoked: EnterpriseClientEvent = { type: 'EnterpriseClientRevoked', data: { clientName: 'highway-payroll' } };

describe('An enterprise system', () => {
  it('is bound to a unit when it is registered', () => given().when(register()).then(registered()));
  it('is registered once, however often it is told', () => given(registered()).when(register()).thenNothing());
  it('cannot be bound to another unit while it is registered', () =>
    given(registered())
      .when(register('third-harbour'))
      .thenRefused('organization.enterpriseClient.boundElsewhere', { organizationId: 'first-highway' }));
  it('can be bound to another unit once it is revoked', () =>
    given(registered(), revoked).when(register('third-harbour')).then(registered('third-harbour')));
  it('can be bound to the same unit once it is revoked', () =>
    given(registered(), revoked).when(register()).then(registered()));

  it.each(platformClients)('cannot take the name %s, which handlers trust', (name) =>
    given()
      .when(register('first-highway', name))
      .thenRefused('organization.enterpriseClient.nameReserved', { clientName: name }),
  );
  it('can take a name that only begins like one of the platform', () =>
    given()
      .when(register('first-highway', 'gateway-2'))
      .then({
        type: 'EnterpriseClientRegistered',
        data: { clientName: 'gateway-2', organizationId: 'first-highway' },
      }));

  it('needs a unit that exists', () =>
    given()
      .when({ type: 'RegisterEnterpriseClient', data: { clientName: 'highway-payroll', organizationId: 'nowhere' } })
      .thenRefused('organization.enterpriseClient.unitUnknown'));
  it('needs a unit that is open', () =>
    given()
      .when(register('first-highway', 'highway-payroll', { closed: true }))
      .thenRefused('organization.enterpriseClient.unitClosed'));

  it('may do nothing any more when it is revoked', () => given(registered()).when(revoke).then(revoked));
  it('is revoked once, however often it is told', () => given(registered(), revoked).when(revoke).thenNothing());
  it('cannot be revoked if it was never registered', () =>
    given().when(revoke).thenRefused('organization.enterpriseClient.unknown'));
});
