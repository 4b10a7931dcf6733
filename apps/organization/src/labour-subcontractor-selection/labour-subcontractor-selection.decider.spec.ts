import type {
  BlacklistAnswer,
  DecideLabourSubcontractorSelection,
  LabourSubcontractorSelectionEvent,
  LiaisonParticipation,
  OwnBlacklistCheck,
  SelectionCriterion,
} from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import {
  labourSubcontractorSelection,
  type LabourSubcontractorSelectionWish,
} from './labour-subcontractor-selection.decider';

const given = specify(labourSubcontractorSelection);
const refused = (rule: string) => `organization.labourSubcontractorSelection.${rule}`;
const selectionId = 'rebar-2026';
const file = { fileName: '查询结果.pdf', sha256: 'a'.repeat(64) };

const criteria: SelectionCriterion[] = [
  { criterionId: 'grades', kind: 'pastCrewGrades', title: '班组等级', fullPoints: 40 },
  { criterionId: 'arrears', kind: 'arrearsHistory', title: '欠薪记录', fullPoints: 30 },
  { criterionId: 'training', kind: 'trainingRate', title: '培训率', fullPoints: 30 },
];
const opening = { selectionId, unitId: 'lot-3', title: '钢筋劳务', criteria, openedOn: day('2026-03-02') };
const open = (changed: Partial<typeof opening> = {}, unitIsOpen = true): LabourSubcontractorSelectionWish => ({
  type: 'OpenLabourSubcontractorSelection',
  data: { ...opening, ...changed },
  unitIsOpen,
});
const opened: LabourSubcontractorSelectionEvent = { type: 'LabourSubcontractorSelectionOpened', data: opening };

const candidate = (labourSubcontractorId: string) => ({
  selectionId,
  labourSubcontractorId,
  enteredOn: day('2026-03-04'),
});
const enter = (
  id: string,
  candidateUnit: Extract<LabourSubcontractorSelectionWish, { type: 'EnterSelectionCandidate' }>['candidateUnit'] = {
    kind: 'labourSubcontractor',
    closed: false,
  },
): LabourSubcontractorSelectionWish => ({ type: 'EnterSelectionCandidate', data: candidate(id), candidateUnit });
const entered = (id: string): LabourSubcontractorSelectionEvent => ({
  type: 'SelectionCandidateEntered',
  data: candidate(id),
});

const scores = (grades: number) => [
  { criterionId: 'grades', points: grades, finding: '10个班组A级', evidence: [file] },
  { criterionId: 'arrears', points: 30, finding: '无欠薪', evidence: [file] },
  { criterionId: 'training', points: 20, finding: '培训率95%', evidence: [file] },
];
const scoring = (labourSubcontractorId: string, grades: number) => ({
  ...{ selectionId, labourSubcontractorId, scores: scores(grades), scoredOn: day('2026-03-10') },
});
const score = (id: string, grades: number): LabourSubcontractorSelectionWish => ({
  type: 'ScoreSelectionCandidate',
  data: scoring(id, grades),
});
const scored = (id: string, grades: number): LabourSubcontractorSelectionEvent => ({
  type: 'SelectionCandidateScored',
  data: { ...scoring(id, grades), totalPoints: grades + 50 },
});

const look = (checkedOn = '2026-03-11', listed = false): OwnBlacklistCheck => ({
  listed,
  checkedOn: day(checkedOn),
  result: file,
});
const decision: DecideLabourSubcontractorSelection = {
  selectionId,
  choices: [{ labourSubcontractorId: 'haian', blacklistCheck: look() }],
  reason: '综合得分最高',
  minutes: [file],
  decidedOn: day('2026-03-12'),
};
const decide = (
  changed: Partial<DecideLabourSubcontractorSelection> = {},
  known: { listed?: boolean; officerRequired?: boolean } = {},
): LabourSubcontractorSelectionWish => {
  const { listed, officerRequired = false } = known;
  const answer = { answeredBy: 'blacklist' as const, checkedOn: day('2026-03-12') };
  const blacklistAnswers = new Map(listed === undefined ? [] : [['haian', { ...answer, listed }]]);
  return {
    type: 'DecideLabourSubcontractorSelection',
    data: { ...decision, ...changed },
    blacklistAnswers,
    officerRequired,
  };
};
const ownAnswer: BlacklistAnswer = { answeredBy: 'selectingUnit', ...look() };
const selected = (id = 'haian', totalPoints = 85, blacklistAnswer = ownAnswer): LabourSubcontractorSelectionEvent => ({
  type: 'LabourSubcontractorSelected',
  data: {
    ...{ selectionId, labourSubcontractorId: id, totalPoints },
    blacklistAnswer,
    selectedOn: day('2026-03-12'),
  },
});
const decided = (
  more: { whyNotTheBest?: string; officerRequired?: boolean } = {},
): LabourSubcontractorSelectionEvent => {
  const { choices: _choices, ...told } = decision;
  const { officerRequired = false, ...why } = more;
  return { type: 'LabourSubcontractorSelectionDecided', data: { ...told, ...why, candidates: 2, officerRequired } };
};
const compared = [opened, entered('haian'), entered('tongda'), scored('haian', 35), scored('tongda', 30)];

describe('The selection of a labour subcontractor (QD-49)', () => {
  it('is opened once in an open unit, with its criteria', () => {
    given().when(open()).then(opened);
    given(opened).when(open()).thenNothing();
    given(opened)
      .when(open({ title: '模板劳务' }))
      .thenRefused(refused('alreadyOpened'));
    given().when(open({}, false)).thenRefused(refused('unitMissing'));
    given().when(enter('haian')).thenRefused(refused('unknown'));
  });

  it.each([
    ['pastCrewGrades', 0],
    ['arrearsHistory', 1],
    ['trainingRate', 2],
  ])('QD-49: compares by %s in any case', (kind, index) => {
    const without = criteria.filter((_, each) => each !== index);
    const price = { criterionId: 'price', kind: 'price' as const, title: '报价', fullPoints: 10 };
    given()
      .when(open({ criteria: [...without, price] }))
      .thenRefused(refused('criterionMissing'), { kind });
  });

  it('has each criterion once', () =>
    given()
      .when(open({ criteria: [...criteria, { ...criteria[0]!, title: '又一项' }] }))
      .thenRefused(refused('criterionRepeated'), { criterionId: 'grades' }));

  it('takes open labour subcontractors as candidates, each once', () => {
    given(opened).when(enter('haian')).then(entered('haian'));
    given(opened, entered('haian')).when(enter('haian')).thenNothing();
    for (const unit of [undefined, { kind: 'company', closed: false }, { kind: 'labourSubcontractor', closed: true }])
      given(opened)
        .when({ ...enter('haian'), candidateUnit: unit } as LabourSubcontractorSelectionWish)
        .thenRefused(refused('notALabourSubcontractor'));
  });

  it('scores a candidate on every criterion, up to its full points: 40, not 41', () => {
    const ready = given(opened, entered('haian'));
    ready.when(score('haian', 40)).then(scored('haian', 40));
    ready.when(score('haian', 41)).thenRefused(refused('moreThanFullPoints'), { points: 41, fullPoints: 40 });
    ready.when(score('tongda', 40)).thenRefused(refused('notACandidate'));
    const withScores = (given: ReturnType<typeof scores>): LabourSubcontractorSelectionWish => ({
      type: 'ScoreSelectionCandidate',
      data: { ...scoring('haian', 40), scores: given },
    });
    ready.when(withScores(scores(40).slice(1))).thenRefused(refused('criterionUnscored'), { criterionId: 'grades' });
    ready
      .when(withScores([...scores(40), { ...scores(40)[0]!, criterionId: 'looks' }]))
      .thenRefused(refused('scoresOutsideCriteria'));
  });

  it('can be scored anew until the decision, and the same score is told once', () => {
    given(opened, entered('haian'), scored('haian', 40)).when(score('haian', 40)).thenNothing();
    given(opened, entered('haian'), scored('haian', 40)).when(score('haian', 38)).then(scored('haian', 38));
  });

  it('QD-49: needs two scored candidates for a comparison', () => {
    given(...compared)
      .when(decide())
      .then(selected(), decided());
    given(opened, entered('haian'), scored('haian', 35)).when(decide()).thenRefused(refused('nothingCompared'));
    given(opened, entered('haian'), entered('tongda'), scored('haian', 35))
      .when(decide())
      .thenRefused(refused('candidatesUnscored'), { outstanding: 1 });
  });

  it('chooses among the candidates, each once', () => {
    const choice = (labourSubcontractorId: string) => ({ labourSubcontractorId, blacklistCheck: look() });
    given(...compared)
      .when(decide({ choices: [choice('elsewhere')] }))
      .thenRefused(refused('notACandidate'));
    given(...compared)
      .when(decide({ choices: [choice('haian'), choice('haian')] }))
      .thenRefused(refused('chosenTwice'));
    given(...compared)
      .when(decide({ choices: [choice('haian'), choice('tongda')] }))
      .then(selected(), selected('tongda', 80), decided());
  });

  it('passes over a better one only with a reason: one point more, not the same', () => {
    const tongda = (own: number) => [
      opened,
      entered('haian'),
      entered('tongda'),
      scored('haian', 35),
      scored('tongda', own),
    ];
    given(...tongda(35))
      .when(decide())
      .then(selected(), decided());
    given(...tongda(36))
      .when(decide())
      .thenRefused(refused('betterOnePassedOver'), { labourSubcontractorId: 'tongda', points: 86 });
    const whyNotTheBest = '班组人数不足';
    given(...tongda(36))
      .when(decide({ whyNotTheBest }))
      .then(selected(), decided({ whyNotTheBest }));
  });

  it('is decided once, and ends without a choice only before', () => {
    const abandonment = { selectionId, reason: '报名不足', abandonedOn: day('2026-03-12') };
    const abandon = { type: 'AbandonLabourSubcontractorSelection', data: abandonment } as const;
    const abandoned = { type: 'LabourSubcontractorSelectionAbandoned', data: abandonment } as const;
    given(...compared, selected(), decided())
      .when(decide())
      .thenNothing();
    given(...compared, selected(), decided())
      .when(decide({ reason: '另有' }))
      .thenRefused(refused('decided'));
    given(...compared, selected(), decided())
      .when(abandon)
      .thenRefused(refused('decided'));
    given(...compared)
      .when(abandon)
      .then(abandoned);
    given(...compared, abandoned)
      .when(abandon)
      .thenNothing();
    given(...compared, abandoned)
      .when(decide())
      .thenRefused(refused('abandoned'));
    given(...compared)
      .when({ ...abandon, data: { ...abandonment, abandonedOn: day('2026-03-09') } })
      .thenRefused('organization.entryDay.beforeEarlier', { earlierOn: '2026-03-10' });
  });
});

describe('The blacklist', () => {
  it('QD-49: keeps whoever is listed from being selected, whoever says so', () => {
    const listedLook = [{ labourSubcontractorId: 'haian', blacklistCheck: look('2026-03-11', true) }];
    given(...compared)
      .when(decide({ choices: listedLook }))
      .thenRefused(refused('blacklisted'), { labourSubcontractorId: 'haian' });
    given(...compared)
      .when(decide({}, { listed: true }))
      .thenRefused(refused('blacklisted'), { labourSubcontractorId: 'haian' });
  });
  it('answers before what the selecting unit saw there, and the event keeps who answered', () => {
    const answer: BlacklistAnswer = { answeredBy: 'blacklist', listed: false, checkedOn: day('2026-03-12') };
    given(...compared)
      .when(decide({}, { listed: false }))
      .then(selected('haian', 85, answer), decided());
  });
  it('must be looked at, within the selection: from its first day, 2 March, to the decision on 12 March', () => {
    const on = (checkedOn: string) =>
      decide({ choices: [{ labourSubcontractorId: 'haian', blacklistCheck: look(checkedOn) }] });
    const answered = (checkedOn: string) => selected('haian', 85, { ...ownAnswer, checkedOn: day(checkedOn) });
    given(...compared)
      .when(decide({ choices: [{ labourSubcontractorId: 'haian' }] }))
      .thenRefused(refused('blacklistAnswerMissing'));
    given(...compared)
      .when(on('2026-03-01'))
      .thenRefused(refused('blacklistCheckOutsideSelection'));
    given(...compared)
      .when(on('2026-03-02'))
      .then(answered('2026-03-02'), decided());
    given(...compared)
      .when(on('2026-03-12'))
      .then(answered('2026-03-12'), decided());
    given(...compared)
      .when(on('2026-03-13'))
      .thenRefused(refused('blacklistCheckOutsideSelection'));
  });
});

describe('A liaison officer in a selection (JX-23)', () => {
  const participation: LiaisonParticipation = {
    officerId: 'officer-3',
    opinion: 'agreed',
    statement: '同意推荐',
    tookPartOn: day('2026-03-12'),
  };
  const joined: LabourSubcontractorSelectionEvent = {
    type: 'LiaisonOfficerJoinedSelection',
    data: { ...participation, selectionId },
  };
  const join = (postUnitId = 'lot-3'): LabourSubcontractorSelectionWish => ({
    type: 'RecordSelectionParticipation',
    data: { ...participation, selectionId },
    officer: {
      service: {
        level: 'project',
        unitId: postUnitId,
        managingUnitIds: [],
        onDutyFrom: day('2026-01-05'),
        endsOn: null,
      },
      ancestorIds: ['district'],
    },
    place: { unitId: 'lot-3', ancestorIds: ['district', 'company'] },
  });

  it('JX-23: takes part with an opinion and a day, told once', () => {
    given(...compared)
      .when(join())
      .then(joined);
    given(...compared, joined)
      .when(join())
      .thenNothing();
    given(...compared)
      .when(join('lot-9'))
      .thenRefused('organization.liaisonParticipation.postElsewhere');
  });
  it('JX-23: is required by a duty: without one there is no decision', () => {
    given(...compared)
      .when(decide({}, { officerRequired: true }))
      .thenRefused('organization.liaisonParticipation.officerMissing', { step: 'selection' });
    given(...compared, joined)
      .when(decide({}, { officerRequired: true }))
      .then(selected(), decided({ officerRequired: true }));
  });
});

describe('A crew of a selected labour subcontractor', () => {
  const data = { selectionId, crewUnitId: 'rebar-crew', referredOn: day('2026-03-12') };
  const refer = (labourSubcontractorId?: string, changed = {}): LabourSubcontractorSelectionWish => ({
    type: 'ReferCrewToSelection',
    data: { ...data, ...changed },
    labourSubcontractorId,
  });
  const referred: LabourSubcontractorSelectionEvent = {
    type: 'CrewReferredToSelection',
    data: { ...data, labourSubcontractorId: 'haian' },
  };
  const history = [...compared, selected(), decided()];

  it('QD-49: refers to the record of its selection, from the day of the decision on', () => {
    given(...history)
      .when(refer('haian'))
      .then(referred);
    given(...history, referred)
      .when(refer('haian'))
      .thenNothing();
    given(...history)
      .when(refer('haian', { referredOn: day('2026-03-11') }))
      .thenRefused('organization.entryDay.beforeEarlier');
  });
  it('QD-49: is no crew of one that was not selected, or of the enterprise itself', () => {
    given(...history)
      .when(refer('tongda'))
      .thenRefused(refused('crewOfAnother'));
    given(...history)
      .when(refer())
      .thenRefused(refused('crewOfAnother'));
    given(...compared)
      .when(refer('haian'))
      .thenRefused(refused('nobodySelected'));
    given().when(refer('haian')).thenRefused(refused('unknown'));
  });
});
