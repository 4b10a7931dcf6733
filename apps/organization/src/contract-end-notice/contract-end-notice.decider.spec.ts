import type { ContractEndNoticeEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { contractEndNotice, type ContractEndNoticeWish } from './contract-end-notice.decider';

const given = specify(contractEndNotice);
const noticeId = 'notice-1';

const notice = (notifiedOn = '2026-09-01', reason = '严重违反规章制度') => ({
  ...{ noticeId, employerUnitId: 'hongda', massOrganizationId: 'hongda-union', workerId: 'w-1', reason },
  ...{ notifiedOn: day(notifiedOn), plannedEndOn: day('2026-09-30') },
});
const notify = (data = notice(), unionCoversEmployer = true): ContractEndNoticeWish => ({
  type: 'NotifyUnionOfContractEnd',
  data,
  unionCoversEmployer,
});
const notified = (data = notice()): ContractEndNoticeEvent => ({ type: 'UnionNotifiedOfContractEnd', data });
const opinion = (raisedOn = '2026-09-05') => ({ noticeId, opinion: '处理过重', raisedOn: day(raisedOn) });
const raise = (of = opinion()): ContractEndNoticeWish => ({ type: 'RaiseUnionOpinion', data: of });
const raised: ContractEndNoticeEvent = { type: 'UnionOpinionRaised', data: opinion() };
const answering = (answeredOn = '2026-09-05') => ({
  ...{ noticeId, result: '改为警告', writing: { fileName: '答复.pdf', sha256: 'a'.repeat(64) } },
  answeredOn: day(answeredOn),
});
const answer = (of = answering()): ContractEndNoticeWish => ({ type: 'AnswerUnionOpinion', data: of });
const answered: ContractEndNoticeEvent = { type: 'UnionOpinionAnswered', data: answering() };

describe('An employer that ends a contract on its own', () => {
  it('UN-05: tells the union the reason beforehand: the day before the contract ends, not on its last day', () => {
    given().when(notify()).then(notified());
    const dayBefore = notice('2026-09-29');
    given().when(notify(dayBefore)).then(notified(dayBefore));
    given()
      .when(notify(notice('2026-09-30')))
      .thenRefused('organization.contractEndNotice.notBeforehand');
  });
  it('UN-05: tells the union that is there for it', () =>
    given().when(notify(notice(), false)).thenRefused('organization.contractEndNotice.unionNotThere'));
  it('UN-05: answers the union’s opinion in writing, on the day on which it was raised and not before', () => {
    given(notified()).when(raise()).then(raised);
    given(notified(), raised).when(answer()).then(answered);
    given(notified(), raised)
      .when(answer(answering('2026-09-04')))
      .thenRefused('organization.contractEndNotice.beforeLastEntry', { lastOn: '2026-09-05' });
    given(notified()).when(answer()).thenRefused('organization.contractEndNotice.noOpinion');
  });
  it('is told of once at each step, and of no day to come', () => {
    given(notified()).when(notify()).thenNothing();
    given(notified(), raised).when(raise()).thenNothing();
    given(notified(), raised, answered).when(answer()).thenNothing();
    given(notified())
      .when(notify(notice('2026-09-01', '另一理由')))
      .thenRefused('organization.contractEndNotice.toldOtherwise');
    given(notified())
      .when(raise(opinion('2026-11-21')))
      .thenRefused('organization.contractEndNotice.dayInFuture');
    given(notified())
      .when(raise(opinion('2026-08-31')))
      .thenRefused('organization.contractEndNotice.beforeLastEntry');
    given().when(raise()).thenRefused('organization.contractEndNotice.unknown');
  });
});
