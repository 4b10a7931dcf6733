import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DefinitionItem, LiaisonRoleDefinitionEvent, PublishLiaisonRoleDefinition } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { definitionInForce, liaisonRoleDefinition } from './liaison-role-definition.decider';

const given = specify(liaisonRoleDefinition);

/** The trial of 2016 as far as its document spells it out. */
const trial = JSON.parse(
  readFileSync(join(__dirname, '../../../../libs/contracts/fixtures/LiaisonRoleDefinitionPublished.v1.json'), 'utf8'),
) as PublishLiaisonRoleDefinition;

const published = (other: Partial<PublishLiaisonRoleDefinition> = {}): LiaisonRoleDefinitionEvent => ({
  type: 'LiaisonRoleDefinitionPublished',
  data: { ...trial, ...other },
});
const publish = (other: Partial<PublishLiaisonRoleDefinition> = {}) => ({
  type: 'PublishLiaisonRoleDefinition' as const,
  data: { ...trial, ...other },
});
const items = (count: number): DefinitionItem[] =>
  Array.from({ length: count }, (_, index) => ({ itemId: `item-${index + 1}`, text: `第${index + 1}项` }));
const second = { version: 2, effectiveOn: day('2016-03-22') };

describe('A role definition', () => {
  it('is published as the document words it: three of six rights named, 17 duties and 4 obligations counted (JX-36, JX-37, JX-38a, JX-38b)', () => {
    given().when(publish()).then(published());
    expect(trial.role).toMatchObject({
      treatment: '班子副职同等水平',
      rights: { statedCount: 6, items: [{}, {}, {}] },
      duties: { statedCount: 17, items: [] },
      obligations: { statedCount: 4, items: [] },
    });
  });
  it.each([
    ['rights', 6],
    ['duties', 17],
    ['obligations', 4],
  ] as const)('lists no more %s than the %i of its document (JX-37, JX-38a, JX-38b)', (list, stated) => {
    const role = (count: number) => ({ ...trial.role, [list]: { statedCount: stated, items: items(count) } });
    given()
      .when(publish({ role: role(stated) }))
      .then(published({ role: role(stated) }));
    given()
      .when(publish({ role: role(stated + 1) }))
      .thenRefused('organization.liaisonRoleDefinition.moreThanStated', { list, listed: stated + 1, stated });
  });
  it('names each item once', () =>
    given()
      .when(publish({ role: { ...trial.role, duties: { items: [...items(2), items(1)[0]!] } } }))
      .thenRefused('organization.liaisonRoleDefinition.itemRepeated', { list: 'duties', itemId: 'item-1' }));
  it('follows in versions, each taking effect after the last', () => {
    given(published()).when(publish(second)).then(published(second));
    given(published())
      .when(publish({ ...second, effectiveOn: trial.effectiveOn }))
      .thenRefused('organization.liaisonRoleDefinition.effectiveTooEarly', { effectiveOn: '2016-03-21' });
  });
  it.each([1, 3])('takes no version out of turn: %i where 2 is next', (version) =>
    given(published())
      .when(publish({ ...second, version }))
      .thenRefused(
        version === 1
          ? 'organization.liaisonRoleDefinition.versionDiffers'
          : 'organization.liaisonRoleDefinition.versionOutOfTurn',
      ),
  );
  it('is published once, however often it is told', () =>
    given(published(), published(second)).when(publish()).thenNothing());
  it('is in force from its day until the next one is', () => {
    const { versions } = [published(), published(second)].reduce(
      liaisonRoleDefinition.evolve,
      liaisonRoleDefinition.initialState,
    );
    const inForce = ['2016-03-20', '2016-03-21', '2016-03-22'].map(
      (each) => definitionInForce({ versions }, day(each))?.version,
    );
    expect(inForce).toEqual([undefined, 1, 2]);
  });
  it('names each selection criterion once (JX-05)', () =>
    given()
      .when(publish({ role: { ...trial.role, selectionCriteria: [{ criterion: '善沟通' }, { criterion: '善沟通' }] } }))
      .thenRefused('organization.liaisonRoleDefinition.criterionRepeated', { criterion: '善沟通' }));
  it('has a grade for every score, each of its own (JX-04)', () => {
    const graded = (...grades: [grade: string, leastScore: number][]) => {
      const assessmentGrades = grades.map(([grade, leastScore]) => ({ grade, leastScore, allowsRenewal: true }));
      return { role: { ...trial.role, assessmentGrades } };
    };
    const sound = graded(['称职', 60], ['不称职', 0]);
    given().when(publish(sound)).then(published(sound));
    given()
      .when(publish(graded(['称职', 60], ['不称职', 1])))
      .thenRefused('organization.liaisonRoleDefinition.scoreWithoutGrade');
    for (const twice of [graded(['称职', 0], ['称职', 60]), graded(['称职', 0], ['不称职', 0])])
      given().when(publish(twice)).thenRefused('organization.liaisonRoleDefinition.gradesNotDistinct');
  });
});
