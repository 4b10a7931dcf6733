import {
  AdmitParticipant,
  EstablishUnit,
  RecordCreditCode,
  RecordEnterpriseOwnership,
  RegisterProject,
  type UnitKind,
} from '@gongyou/contracts';
import { addDays, type Day, fen } from '@gongyou/domain';
import { type Act, ADMINISTRATOR, Hand, type Lane, type Scene } from './act';
import { mistyped } from './invented-unit';
import { type Company, establishedOf, type Project, type SimulatedGroup } from './simulated-group';

/** The head of the group and its companies: who starts a tree must have rights everywhere. */
export const headquartersScene = (group: SimulatedGroup): Scene => ({
  title: { zh: '设立集团和公司', en: 'the group and its companies' },
  lanes: [headquarters(group)],
});

/** What stands below each company, told by its own system. */
export const unitsScene = (group: SimulatedGroup): Scene => ({
  title: { zh: '设立片区、项目、班组', en: 'districts, projects and crews' },
  lanes: group.companies.map((company) => below(group, company)),
});

function* headquarters(group: SimulatedGroup): Lane {
  const on = establishedOf(group);
  const { unitId, name, creditCode } = group;
  yield establish(administratorOf(group), { unitId, kind: 'group', name, creditCode, establishedOn: on });
  for (const company of group.companies) {
    yield establish(administratorOf(group), {
      ...{ unitId: company.unitId, kind: 'company', name: company.name, parentId: unitId },
      ...{ creditCode: company.creditCode, establishedOn: on },
    });
  }
}

function* below(group: SimulatedGroup, company: Company): Lane {
  const on = establishedOf(group);
  const by = new Hand(company.system, company.unitId);
  const stand = (unitId: string, kind: UnitKind, name: string, parentId: string, establishedOn = on): Act =>
    establish(by, { unitId, kind, name, parentId, establishedOn });

  yield by.tells('ownership', on, RecordEnterpriseOwnership, {
    unitId: company.unitId,
    ownership: 'stateOwned',
    fromDay: on,
  });
  yield stand(company.personnelId, 'department', '党委组织部（人力资源部）', company.unitId);
  yield stand(company.partyWorkId, 'department', '党委工作部', company.unitId);
  for (const { unitId, name } of company.districts) yield stand(unitId, 'projectDistrict', name, company.unitId);
  for (const project of company.projects) {
    yield* projectOf(group, project, by);
    for (const { unitId, name } of project.crews) {
      yield stand(unitId, 'crew', name, project.unitId, project.beginsOn);
    }
  }
}

function* projectOf(group: SimulatedGroup, project: Project, by: Hand): Lane {
  const { unitId, name, category, company, district, beginsOn, index } = project;
  const chance = group.chance('project', index);
  yield establish(by, { unitId, kind: 'project', name, parentId: district.unitId, establishedOn: beginsOn });
  const facts = {
    projectCode: `${unitId}-code`,
    category,
    areaCode: `19${String(chance.between(0, 9_999)).padStart(4, '0')}`,
    contractorCreditCode: company.creditCode,
    contractorName: company.name,
    builderLicences: [`${unitId}-licence`],
    contractPriceFen: fen(chance.between(80, 3_000) * 100_000_000),
    plannedStartOn: beginsOn,
    plannedFinishOn: addDays(beginsOn, chance.between(400, 1_200)),
  };
  yield by.tells(`${unitId}.register`, beginsOn, RegisterProject, {
    ...{ unitId, facts, status: 'underConstruction', registeredOn: beginsOn },
  });
  for (const subcontractor of project.subcontractors) yield* takesPart(project, subcontractor, beginsOn, by);
}

function* takesPart(
  { unitId: projectId, index }: Project,
  { unitId, name, creditCode }: Project['subcontractors'][number],
  on: Day,
  by: Hand,
): Lane {
  yield establish(by, { unitId, kind: 'labourSubcontractor', name, parentId: projectId, establishedOn: on });
  if (index === 0) {
    // Played for its refusal: a code that was typed must pass its check (ID-01).
    const wrong = { unitId, creditCode: mistyped(creditCode), recordedOn: on };
    yield by.tells(`${unitId}.mistyped`, on, RecordCreditCode, wrong, 'organization.unit.creditCodeWrong');
  }
  yield by.tells(`${unitId}.code`, on, RecordCreditCode, { unitId, creditCode, recordedOn: on });
  yield by.tells(`${unitId}.admit`, on, AdmitParticipant, {
    ...{ unitId: projectId, participationId: unitId, creditCode, companyName: name },
    ...{ role: 'labourSubcontractor', companyUnitId: unitId, enteredOn: on },
  });
}

const administratorOf = (group: SimulatedGroup): Hand => new Hand(ADMINISTRATOR, group.unitId);

const establish = (by: Hand, unit: EstablishUnit): Act =>
  by.tells(`${unit.unitId}.establish`, unit.establishedOn, EstablishUnit, unit);
