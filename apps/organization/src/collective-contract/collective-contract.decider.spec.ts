import type { CollectiveContractEvent, CollectiveContractScope, UnitKind } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import type { CongressDecision } from '../congress/congress.decider';
import { collectiveContract, type CollectiveContractWish } from './collective-contract.decider';

const given = specify(collectiveContract);
const collectiveContractId = 'pay-2026';
const file = { fileName: '文本.pdf', sha256: 'a'.repeat(64) };

const demanding = (scope: CollectiveContractScope = 'enterprise', demandedOn = '2026-01-05') => ({
  ...{ collectiveContractId, unitId: 'first-highway', scope, demandedBy: 'staff' as const, subject: '2026年工资' },
  demandedOn: day(demandedOn),
});
const demand = (
  data: ReturnType<typeof demanding> & { previousContractId?: string } = demanding(),
  known: { unitKind?: UnitKind; previousEndsOn?: string } = { unitKind: 'company' },
): CollectiveContractWish => ({
  type: 'DemandCollectiveTalks',
  data,
  unitKind: known.unitKind,
  previousEndsOn: known.previousEndsOn === undefined ? undefined : day(known.previousEndsOn),
});
const demanded: CollectiveContractEvent = {
  type: 'CollectiveTalksDemanded',
  data: { ...demanding(), replyDueOn: day('2026-01-25') },
};
const replying = (repliedOn: string, agreed = true) => ({
  ...{ collectiveContractId, agreed, writing: file, repliedOn: day(repliedOn) },
});
const reply = (...of: Parameters<typeof replying>): CollectiveContractWish => ({
  type: 'ReplyToTalksDemand',
  data: replying(...of),
});
const replied = (repliedOn: string, late = false, agreed = true): CollectiveContractEvent => ({
  type: 'TalksDemandRepliedTo',
  data: { ...replying(repliedOn, agreed), late },
});
const talking = (papersExchangedOn = '2026-02-01', heldOn = '2026-02-06', outside = 1, delegates = 3) => ({
  ...{ collectiveContractId, papersExchangedOn: day(papersExchangedOn), heldOn: day(heldOn), minutes: [file] },
  ...{ staffDelegates: delegates, staffDelegatesFromOutside: outside },
  ...{ employerDelegates: 3, employerDelegatesFromOutside: 0 },
});
const hold = (...of: Parameters<typeof talking>): CollectiveContractWish => ({
  type: 'HoldCollectiveTalks',
  data: talking(...of),
});
const held: CollectiveContractEvent = { type: 'CollectiveTalksHeld', data: talking() };
const signing = (passedBy: 'workersCongress' | 'allStaff' = 'workersCongress', signedOn = '2026-03-02') => ({
  ...{ collectiveContractId, passedBy, text: file, signedOn: day(signedOn), endsOn: day('2027-03-01') },
  ...(passedBy === 'workersCongress' && { congressId: 'congress-6', resolutionId: 'r-1' }),
});
const passed = (changes: Partial<CongressDecision> = {}): CongressDecision => ({
  ...{ unitId: 'first-highway', matter: 'collectiveContract', isPassed: true, votedOn: day('2026-03-02') },
  ...changes,
});
const sign = (decision?: CongressDecision, ...of: Parameters<typeof signing>): CollectiveContractWish => ({
  type: 'SignCollectiveContract',
  data: signing(...of),
  decision,
});
const signed: CollectiveContractEvent = {
  type: 'CollectiveContractSigned',
  data: { ...signing(), submissionDueOn: day('2026-03-09') },
};
const submit = (receivedOn: string): CollectiveContractWish => ({
  type: 'SubmitCollectiveContract',
  data: { collectiveContractId, receivedOn: day(receivedOn) },
});
const submitted = (
  receivedOn = '2026-03-09',
  objectionDueOn = '2026-03-24',
  late = false,
): CollectiveContractEvent => ({
  type: 'CollectiveContractSubmitted',
  data: { collectiveContractId, receivedOn: day(receivedOn), late, objectionDueOn: day(objectionDueOn) },
});
const objecting = (objectedOn: string) => ({
  collectiveContractId,
  grounds: '低于最低工资',
  objectedOn: day(objectedOn),
});
const objectTo = (objectedOn: string): CollectiveContractWish => ({
  type: 'ObjectToCollectiveContract',
  data: objecting(objectedOn),
});
const entering = (inForceFrom: string, clearedByDepartment = false) => ({
  ...{ collectiveContractId, clearedByDepartment, inForceFrom: day(inForceFrom) },
});
const enter = (...of: Parameters<typeof entering>): CollectiveContractWish => ({
  type: 'EnterCollectiveContractIntoForce',
  data: entering(...of),
});
const entered: CollectiveContractEvent = {
  type: 'CollectiveContractEnteredIntoForce',
  data: { ...entering('2026-03-25'), announcementDueOn: day('2026-03-30') },
};
const announcing = (announcedOn: string) => ({ collectiveContractId, place: '公示栏', announcedOn: day(announcedOn) });
const announce = (announcedOn: string): CollectiveContractWish => ({
  type: 'AnnounceCollectiveContract',
  data: announcing(announcedOn),
});
const talked = [demanded, replied('2026-01-20'), held];
const inForce = [...talked, signed, submitted(), entered];

describe('Wage talks', () => {
  it('UN-09: are replied to within 20 days; on the 21st it is late, and kept as that', () => {
    given().when(demand()).then(demanded);
    given(demanded).when(reply('2026-01-25')).then(replied('2026-01-25'));
    given(demanded).when(reply('2026-01-26')).then(replied('2026-01-26', true));
  });
  it('UN-09: are held when both sides have had the papers for five days, not four', () => {
    given(demanded, replied('2026-01-20')).when(hold()).then(held);
    given(demanded, replied('2026-01-20'))
      .when(hold('2026-02-02'))
      .thenRefused('organization.collectiveContract.papersTooLate', { earliest: '2026-02-07' });
  });
  it('UN-09: have at most a third of a side’s delegates from outside: one of three, not one of two', () => {
    given(demanded, replied('2026-01-20')).when(hold()).then(held);
    given(demanded, replied('2026-01-20'))
      .when(hold('2026-02-01', '2026-02-06', 1, 2))
      .thenRefused('organization.collectiveContract.tooManyFromOutside', { outside: 1, delegates: 2 });
    given(demanded, replied('2026-01-20'))
      .when(hold('2026-02-01', '2026-02-06', 2, 5))
      .thenRefused('organization.collectiveContract.tooManyFromOutside');
  });
  it('UN-09: are asked for again within 60 days before the contract ends: on the 60th, not on the 61st', () => {
    const next = (demandedOn: string) => ({ ...demanding('enterprise', demandedOn), previousContractId: 'pay-2025' });
    const known = { unitKind: 'company' as const, previousEndsOn: '2026-03-06' };
    given()
      .when(demand(next('2026-01-05'), known))
      .then({
        type: 'CollectiveTalksDemanded',
        data: { ...next('2026-01-05'), replyDueOn: day('2026-01-25') },
      });
    given()
      .when(demand(next('2026-01-04'), known))
      .thenRefused('organization.collectiveContract.nextRoundTooEarly', { from: '2026-01-05' });
    given()
      .when(demand(next('2026-01-05')))
      .thenRefused('organization.collectiveContract.previousNotInForce');
  });
  it('are not held when the other side declined, and each step is told once', () => {
    given(demanded, replied('2026-01-20', false, false))
      .when(hold())
      .thenRefused('organization.collectiveContract.notNow', { stage: 'declined' });
    given(demanded).when(demand()).thenNothing();
    given(...talked, signed)
      .when(hold())
      .thenNothing();
    given().when(hold()).thenRefused('organization.collectiveContract.unknown');
    given().when(demand(demanding(), {})).thenRefused('organization.collectiveContract.unitUnknown');
  });
});

describe('A collective contract', () => {
  it('UN-10: is signed on the day on which the congress passed the draft, not before', () => {
    given(...talked)
      .when(sign(passed()))
      .then(signed);
    given(...talked)
      .when(sign(passed({ votedOn: day('2026-03-03') })))
      .thenRefused('organization.collectiveContract.signedBeforePassed', { votedOn: '2026-03-03' });
  });
  it.each([
    ['without a resolution', undefined],
    ['by one that was not passed', passed({ isPassed: false })],
    ['by one on something else', passed({ matter: 'welfare' })],
    ['by one of another unit', passed({ unitId: 'third-harbour' })],
  ])('UN-10: is not signed %s', (_, decision) =>
    given(...talked)
      .when(sign(decision))
      .thenRefused('organization.collectiveContract.draftNotPassed'),
  );
  it('UN-10: can be passed by all of the staff instead', () =>
    given(...talked)
      .when(sign(undefined, 'allStaff'))
      .then({
        type: 'CollectiveContractSigned',
        data: { ...signing('allStaff'), submissionDueOn: day('2026-03-09') },
      }));
  it('UN-10: is one of an industry or an area where an authority or a park has it, and of an employer else', () => {
    for (const scope of ['industry', 'area'] as const) {
      given()
        .when(demand(demanding(scope), { unitKind: 'governmentBody' }))
        .then({ type: 'CollectiveTalksDemanded', data: { ...demanding(scope), replyDueOn: day('2026-01-25') } });
      given()
        .when(demand(demanding(scope)))
        .thenRefused('organization.collectiveContract.scopeDoesNotFit', { scope });
    }
    given()
      .when(demand(demanding(), { unitKind: 'governmentBody' }))
      .thenRefused('organization.collectiveContract.scopeDoesNotFit');
  });
  it('UN-09: is submitted within seven days; on the eighth it is late, and kept as that', () => {
    given(...talked, signed)
      .when(submit('2026-03-09'))
      .then(submitted());
    given(...talked, signed)
      .when(submit('2026-03-10'))
      .then(submitted('2026-03-10', '2026-03-25', true));
  });
  it('UN-09, UN-10: can be objected to for 15 days, not on the 16th', () => {
    given(...talked, signed, submitted())
      .when(objectTo('2026-03-24'))
      .then({ type: 'CollectiveContractObjectedTo', data: objecting('2026-03-24') });
    given(...talked, signed, submitted())
      .when(objectTo('2026-03-25'))
      .thenRefused('organization.collectiveContract.objectionTooLate', { objectionDueOn: '2026-03-24' });
  });
  it('UN-09, UN-10: is in force by 15 days of silence on the 16th, or earlier when the department has said yes', () => {
    given(...talked, signed, submitted())
      .when(enter('2026-03-25'))
      .then(entered);
    given(...talked, signed, submitted())
      .when(enter('2026-03-24'))
      .thenRefused('organization.collectiveContract.objectionStillPossible', { objectionDueOn: '2026-03-24' });
    given(...talked, signed, submitted())
      .when(enter('2026-03-12', true))
      .then({
        type: 'CollectiveContractEnteredIntoForce',
        data: { ...entering('2026-03-12', true), announcementDueOn: day('2026-03-17') },
      });
  });
  it('UN-10: is talked about and signed anew after an objection', () => {
    const objected: CollectiveContractEvent = { type: 'CollectiveContractObjectedTo', data: objecting('2026-03-20') };
    const again = talking('2026-03-22', '2026-03-27');
    given(...talked, signed, submitted(), objected)
      .when({ type: 'HoldCollectiveTalks', data: again })
      .then({ type: 'CollectiveTalksHeld', data: again });
    given(...talked, signed, submitted(), objected)
      .when(enter('2026-03-25'))
      .thenRefused('organization.collectiveContract.notNow', { stage: 'objectedTo' });
  });
  it('UN-09: is announced within five days; on the sixth it is late, and kept as that', () => {
    given(...inForce)
      .when(announce('2026-03-30'))
      .then({ type: 'CollectiveContractAnnounced', data: { ...announcing('2026-03-30'), late: false } });
    given(...inForce)
      .when(announce('2026-03-31'))
      .then({ type: 'CollectiveContractAnnounced', data: { ...announcing('2026-03-31'), late: true } });
  });
});
