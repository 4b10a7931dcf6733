import type { TaskEvent } from '@gongyou/contracts';
import { specify } from '@gongyou/event-sourcing/testing';
import {
  accept,
  accepted,
  complete,
  completed,
  day,
  DUE,
  escalate,
  escalated,
  fellOverdue,
  file,
  giveBack,
  PLANNED,
  planned,
  report,
  reported,
  returned,
  TODAY,
  TOMORROW,
  withdraw,
  withdrawn,
  YESTERDAY,
} from '../testing/task-story';
import { task, type TaskWish } from './task.decider';

const given = specify(task);
const asked = planned({ evidenceAsked: '开户证明' });
const other = { fileName: '核对表.xlsx', sha256: 'b'.repeat(64) };

describe('Progress on a task', () => {
  it('is reported (QD-20, CC-T2)', () => given(planned()).when(report(50)).then(reported(50)));
  it('is counted once when the same is reported twice in a row', () =>
    given(planned(), reported(50)).when(report(50)).thenNothing());
  it.each([
    ['percent', report(51, YESTERDAY), reported(51, YESTERDAY)],
    ['day', report(50), reported(50)],
    ['evidence', report(50, YESTERDAY, [file]), reported(50, YESTERDAY, [file])],
  ])('is another report by another %s', (_, again, event) =>
    given(planned(), reported(50, YESTERDAY)).when(again).then(event),
  );
  it('can be said again after something else was reported', () =>
    given(planned(), reported(50), reported(40)).when(report(50)).then(reported(50)));
  it('can be reported on a task that was returned', () =>
    given(planned(), completed(), returned()).when(report(80)).then(reported(80)));
  it('can be reported for the day it was planned, and not for a day before', () => {
    given(planned()).when(report(10, PLANNED)).then(reported(10, PLANNED));
    given(planned())
      .when(report(10, day('2026-11-01')))
      .thenRefused('supervision.task.beforeLastEntry', { lastOn: PLANNED });
  });
  it('is not reported for a day before the last report', () =>
    given(planned(), reported(50)).when(report(60, YESTERDAY)).thenRefused('supervision.task.beforeLastEntry'));
  it('is not reported for a day to come', () =>
    given(planned()).when(report(50, TOMORROW)).thenRefused('supervision.task.dayInFuture', { on: TOMORROW }));
  it.each<[string, TaskEvent[]]>([
    ['awaitsAcceptance', [completed()]],
    ['alreadyAccepted', [completed(), accepted()]],
    ['alreadyWithdrawn', [withdrawn()]],
  ])('is not reported when the task %s', (code, history) =>
    given(planned(), ...history)
      .when(report(50))
      .thenRefused(`supervision.task.${code}`),
  );
  it('needs a task that was planned', () => given().when(report(50)).thenRefused('supervision.task.unknown'));
});

describe('A task that is completed', () => {
  it('names who completed it (RP-04)', () =>
    given(planned(), reported(100))
      .when(complete(), { actor: 'client:highway-oa' })
      .then(completed(TODAY, [], 'client:highway-oa')));
  it('can be completed without a report before', () =>
    given(planned()).when(complete(), { actor: 'user:doer' }).then(completed()));
  it('needs evidence when some is asked for', () =>
    given(asked, reported(100))
      .when(complete())
      .thenRefused('supervision.task.evidenceMissing', { evidenceAsked: '开户证明' }));
  it.each<[string, TaskEvent[], TaskWish, TaskEvent]>([
    ['with it', [], complete(TODAY, [file]), completed(TODAY, [file])],
    ['in an earlier report', [reported(50, YESTERDAY, [file]), reported(100)], complete(), completed()],
    ['when it was completed before', [completed(YESTERDAY, [file]), returned()], complete(), completed()],
  ])('has its evidence when it came %s', (_, history, wish, event) =>
    given(asked, ...history)
      .when(wish, { actor: 'user:doer' })
      .then(event),
  );
  it('is completed once, however often and by whomever it is told', () =>
    given(planned(), completed()).when(complete(), { actor: 'user:another' }).thenNothing());
  it('takes no other completion while the first awaits acceptance', () =>
    given(planned(), completed())
      .when(complete(TODAY, [other]))
      .thenRefused('supervision.task.awaitsAcceptance'));
  it('is not completed before the last report', () =>
    given(planned(), reported(100)).when(complete(YESTERDAY)).thenRefused('supervision.task.beforeLastEntry'));
  it('is not completed on a day to come', () =>
    given(planned()).when(complete(TOMORROW)).thenRefused('supervision.task.dayInFuture'));
  it('is not completed once it is accepted', () =>
    given(planned(), completed(), accepted()).when(complete()).thenRefused('supervision.task.alreadyAccepted'));
  it('is not completed once it is withdrawn', () =>
    given(planned(), withdrawn()).when(complete()).thenRefused('supervision.task.alreadyWithdrawn'));
});

describe('A task that awaits acceptance', () => {
  it('is accepted by somebody else than the doer (CC-T2, RP-04)', () =>
    given(planned(), completed()).when(accept(), { actor: 'user:checker' }).then(accepted()));
  it('is not accepted by the doer', () =>
    given(planned(), completed())
      .when(accept(), { actor: 'user:doer' })
      .thenRefused('supervision.task.doerCannotAccept'));
  it('can be accepted by who completed it an earlier time', () =>
    given(planned(), completed(), returned(), completed(TODAY, [], 'user:another'))
      .when(accept(), { actor: 'user:doer' })
      .then(accepted()));
  it('is accepted once, however often it is told', () =>
    given(planned(), completed(), accepted()).when(accept()).thenNothing());
  it('is not accepted before it was completed', () =>
    given(planned(), completed()).when(accept(YESTERDAY)).thenRefused('supervision.task.beforeLastEntry'));
  it('is not accepted on a day to come', () =>
    given(planned(), completed()).when(accept(TOMORROW)).thenRefused('supervision.task.dayInFuture'));

  it('is returned with a reason, and keeps its due day', () =>
    given(planned(), completed()).when(giveBack()).then(returned()));
  it('is returned with a new due day', () =>
    given(planned(), completed())
      .when(giveBack(day('2026-12-15')))
      .then(returned(day('2026-12-15'))));
  it('can get today as its new due day, and no day that has passed', () => {
    given(planned(), completed()).when(giveBack(TODAY)).then(returned(TODAY));
    given(planned(), completed())
      .when(giveBack(YESTERDAY))
      .thenRefused('supervision.task.newDueDayPast', { newDueOn: YESTERDAY });
  });
  it('is not returned before it was completed', () =>
    given(planned(), completed()).when(giveBack(undefined, YESTERDAY)).thenRefused('supervision.task.beforeLastEntry'));

  it.each<[string, TaskEvent[], string]>([
    ['was only planned', [], 'notCompleted'],
    ['is in progress', [reported(50)], 'notCompleted'],
    ['was returned', [completed(), returned()], 'notCompleted'],
    ['was withdrawn', [withdrawn()], 'alreadyWithdrawn'],
  ])('is what the lead judges, and not one that %s', (_, history, code) => {
    given(planned(), ...history)
      .when(accept())
      .thenRefused(`supervision.task.${code}`);
    given(planned(), ...history)
      .when(giveBack())
      .thenRefused(`supervision.task.${code}`);
  });
  it('is not returned once it is accepted', () =>
    given(planned(), completed(), accepted()).when(giveBack()).thenRefused('supervision.task.alreadyAccepted'));
});

describe('A task that should not have been planned', () => {
  it.each<[string, TaskEvent[]]>([
    ['planned', []],
    ['in progress', [reported(50)]],
    ['awaiting acceptance', [completed()]],
    ['returned', [completed(), returned()]],
  ])('can be withdrawn while it is %s', (_, history) =>
    given(planned(), ...history)
      .when(withdraw())
      .then(withdrawn()),
  );
  it('is withdrawn once, however often it is told', () => given(planned(), withdrawn()).when(withdraw()).thenNothing());
  it('stays when it was accepted', () =>
    given(planned(), completed(), accepted()).when(withdraw()).thenRefused('supervision.task.alreadyAccepted'));
  it('is not withdrawn on a day to come', () =>
    given(planned()).when(withdraw(TOMORROW)).thenRefused('supervision.task.dayInFuture'));
  it('is not withdrawn before it was planned', () =>
    given(planned())
      .when(withdraw(day('2026-11-01')))
      .thenRefused('supervision.task.beforeLastEntry'));
});

describe('A task whose due day is closed', () => {
  it('falls overdue and is escalated one level up (HM-18a)', () =>
    given(planned()).when(escalate()).then(fellOverdue(), escalated()));
  it('is not overdue while its due day lasts', () =>
    given(planned())
      .when(escalate(day('2026-11-29')))
      .thenNothing());
  it('falls overdue by a later day, when the platform was off on its due day', () =>
    given(planned())
      .when(escalate(day('2026-12-02')))
      .then(fellOverdue(day('2026-12-02')), escalated(day('2026-12-02'))));
  it('falls overdue when it was returned and the due day has passed', () =>
    given(planned(), completed(), returned()).when(escalate()).then(fellOverdue(), escalated()));
  it('falls overdue without escalation where no unit stands above its owner', () =>
    given(planned())
      .when({ type: 'EscalateOverdueTask', data: { taskId: 'wage-accounts', closedDay: DUE } })
      .then(fellOverdue()));
  it('falls overdue once', () =>
    given(planned(), fellOverdue(), escalated())
      .when(escalate(day('2026-12-01')))
      .thenNothing());
  it('stays overdue while progress is reported', () =>
    given(planned(), fellOverdue(), escalated(), reported(50, DUE))
      .when(escalate(day('2026-12-01')))
      .thenNothing());
  it('can fall overdue again after it was completed and returned', () =>
    given(planned(), fellOverdue(), escalated(), completed(), returned())
      .when(escalate(day('2026-12-01')))
      .then(fellOverdue(day('2026-12-01')), escalated(day('2026-12-01'))));
  it('is judged by its new due day once it was returned with one', () =>
    given(planned(), fellOverdue(), escalated(), completed(), returned(day('2026-12-15')))
      .when(escalate(day('2026-12-14')))
      .thenNothing());
  it.each<[string, TaskEvent[]]>([
    ['awaits acceptance', [completed()]],
    ['was accepted', [completed(), accepted()]],
    ['was withdrawn', [withdrawn()]],
  ])('is left alone when it %s', (_, history) =>
    given(planned(), ...history)
      .when(escalate())
      .thenNothing(),
  );
  it('can still be completed, reported on and withdrawn', () => {
    const overdue = [planned(), fellOverdue(), escalated()];
    given(...overdue)
      .when(report(50))
      .then(reported(50));
    given(...overdue)
      .when(complete(), { actor: 'user:doer' })
      .then(completed());
    given(...overdue)
      .when(withdraw())
      .then(withdrawn());
  });
  it('has to be planned', () => given().when(escalate()).thenRefused('supervision.task.unknown'));
});
