import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Programme, programmeMaxBytes } from '@gongyou/contracts';
import { parse } from 'yaml';
import { bundledProgrammes, programmeIds } from './bundled-programmes';

const programmes = bundledProgrammes();
const programmeOf = (programmeId: (typeof programmeIds)[number]): Programme =>
  programmes.find((each) => each.programmeId === programmeId)!;
const nameOf = ({ departments }: Programme, id: string): string =>
  departments.find((each) => each.departmentId === id)!.name.zh;
const itemsOf = ({ items, measures }: Programme) => [...items, ...measures.flatMap((measure) => measure.items)];

const beside = <T>(file: string): T => parse(readFileSync(join(__dirname, '..', 'programmes', file), 'utf8')) as T;

/** Lead and cooperating departments of each numbered measure, as `8 市总工会 | 市人社局、市科技局`. */
const departmentsByMeasure = (programme: Programme): string[] =>
  programme.measures.map(({ number, leadDepartmentIds, cooperatingDepartmentIds }) => {
    const names = (ids: string[]) => ids.map((id) => nameOf(programme, id)).join('、');
    return `${number ?? '-'} ${names(leadDepartmentIds)} | ${names(cooperatingDepartmentIds)}`;
  });

describe('The bundled programmes', () => {
  it('load without fault, in the order of their ids', () => {
    expect(programmes.map((each) => each.programmeId)).toEqual(programmeIds);
  });

  it.each(programmes)('fit into one event: $programmeId', (programme) => {
    expect(Buffer.byteLength(JSON.stringify(programme))).toBeLessThan(programmeMaxBytes);
  });

  it.each(programmeIds)('carry every provision of %s or say why they leave it out', (programmeId) => {
    const all = Object.keys(beside<Record<string, Record<string, string>>>('provisions.yaml')[programmeId]!);
    const leftOut = beside<Record<string, Record<string, string>>>('left-out.yaml')[programmeId]!;
    const carried = itemsOf(programmeOf(programmeId)).map((item) => item.provisionId);
    expect([...carried, ...Object.keys(leftOut)].sort()).toEqual([...all].sort());
    expect(Object.values(leftOut).filter((reason) => reason.length < 5)).toEqual([]);
  });

  it.each(programmes)('give every measure the items of its provisions: $programmeId', ({ measures }) => {
    for (const { provisionIds, items } of measures) {
      expect(items.map((item) => item.provisionId)).toEqual(provisionIds);
    }
  });

  it.each(programmes)(
    'have a duty for exactly the provisions that are owed so often a period: $programmeId',
    (programme) => {
      const counted = ['times', 'reports', 'returns', 'plans', 'teams', 'persons', 'cases', 'boolean'];
      const owed = programme.measures
        .flatMap((measure) => measure.items)
        .filter(
          ({ target }) => ['month', 'quarter', 'year'].includes(target?.period ?? '') && counted.includes(target!.unit),
        )
        .map(({ provisionId, target }) => `${provisionId} ${target!.period}`);
      expect(programme.duties.map(({ provisionId, period }) => `${provisionId} ${period}`)).toEqual(owed);
    },
  );
});

describe('The CCCC programme', () => {
  const cccc = programmeOf('cccc-reform');

  it('has 21 measures in four parts: 1 to 4, 5 to 11, 12 to 15, 16 to 21', () => {
    expect(cccc.measures.map((each) => each.number)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    const perPart = cccc.parts.map(({ partId }) => cccc.measures.filter((each) => each.partId === partId).length);
    expect(perPart).toEqual([4, 7, 4, 6]);
  });

  it('gives each measure the one lead department of the annex table (CC-T2)', () => {
    const counts: Record<string, number> = {};
    for (const { leadDepartmentIds } of cccc.measures) {
      expect(leadDepartmentIds).toHaveLength(1);
      const name = nameOf(cccc, leadDepartmentIds[0]!);
      counts[name] = (counts[name] ?? 0) + 1;
    }
    expect(counts).toEqual({
      党委工作部: 5,
      党委办公室: 1,
      人力资源部: 3,
      工会联合会办公室: 7,
      安全质量环保监督部: 1,
      生产运营管理部: 3,
      董事会办公室: 1,
    });
  });

  it('names the departments of the annex table in its order, none beside the lead for 16, 18 and 19 (CC-T3, CC-T4)', () => {
    expect(departmentsByMeasure(cccc)).toEqual([
      '1 党委工作部 | 工会联合会办公室',
      '2 党委工作部 | 工会联合会办公室',
      '3 党委办公室 | 党委工作部、工会联合会办公室',
      '4 党委工作部 | 人力资源部、工会联合会办公室',
      '5 人力资源部 | 财务资金部、安全质量环保监督部、生产运营管理部、工会联合会办公室、团委',
      '6 人力资源部 | 工会联合会办公室',
      '7 人力资源部 | 生产运营管理部、工会联合会办公室',
      '8 工会联合会办公室 | 生产运营管理部',
      '9 工会联合会办公室 | 科学技术与数字化部',
      '10 工会联合会办公室 | 生产运营管理部',
      '11 安全质量环保监督部 | 海外业务部、工会联合会办公室',
      '12 工会联合会办公室 | 人力资源部、三航局',
      '13 生产运营管理部 | 党委办公室、人力资源部、法律风控部、工会联合会办公室',
      '14 生产运营管理部 | 工会联合会办公室、一公局集团',
      '15 生产运营管理部 | 人力资源部、法律风控部、工会联合会办公室',
      '16 工会联合会办公室 | ',
      '17 董事会办公室 | 工会联合会办公室',
      '18 工会联合会办公室 | ',
      '19 工会联合会办公室 | ',
      '20 党委工作部 | 党委组织部、党委巡视机构、工会联合会办公室',
      '21 党委工作部 | 工会联合会办公室',
    ]);
  });

  it('has the leading group of section 二: thirteen member departments, the office at the trade union federation', () => {
    expect(cccc.leadingBody.kind).toBe('leadingGroup');
    expect(cccc.leadingBody.members).toHaveLength(13);
    expect(nameOf(cccc, cccc.leadingBody.officeDepartmentId!)).toBe('工会联合会办公室');
    expect(cccc.leadingBody.posts.map(({ post }) => post.zh)).toEqual(['组长', '常务副组长', '副组长', '组员']);
  });

  it('holds the share of yearly Party admissions as five per thousand, a soft floor of the text (CC-02b)', () => {
    expect(itemsOf(cccc).find((item) => item.provisionId === 'CC-02b')!.target).toEqual({
      indicator: 'industrialWorkerShareOfPartyAdmissions',
      op: '>=',
      value: 5,
      unit: 'perMille',
      period: 'year',
      stated: 'number',
      basisPoints: 50,
    });
  });
});

describe('The Haimen programme', () => {
  const haimen = programmeOf('haimen-reform');

  it('has fifteen numbered measures and three on carrying the plan out, with the departments of the text', () => {
    expect(departmentsByMeasure(haimen)).toEqual([
      '1 市委宣传部 | 市总工会、市人社局',
      '2 市委组织部 | 市人社局、市发改委、市财政局、市总工会',
      '3 市委组织部 | 市财政局、市总工会、团市委、市妇联、市工商联',
      '4 市委组织部、市委统战部、市人社局、市总工会 | 团市委、市妇联、市工商联',
      '5 市人社局 | 市教育体育局、市发改委、市财政局、市总工会',
      '6 市委组织部、市人社局 | 市教育体育局、市财政局、市科技局、市总工会',
      '7 市人社局、市总工会 | 市科技局、市财政局',
      '8 市总工会 | 市人社局、市科技局、市发改委、市财政局、市工商联',
      '9 市委组织部、市人社局 | 市科技局、市发改委、市财政局、市住建局、市教育体育局、市公安局、市卫健委、市总工会',
      '10 市人社局、市总工会 | 市发改委、市教育体育局、市农业农村局、市民政局、市工商联',
      '11 市应急管理局、市卫健委 | 市人社局、市总工会',
      '12 市发改委、市交通运输局、市文广旅局 | 市财政局、市总工会',
      '13 市人社局、市总工会 | 市司法局、市工商联',
      '14 市财政局 | 市人社局、市教育体育局、市文广旅局、市总工会',
      '15 市委宣传部、市总工会 | 市文广旅局、海门日报社、市广电台',
      '-  | ',
      '-  | ',
      '-  | ',
    ]);
  });
});

describe('The Wenzhou programme', () => {
  it('has the yearly shares of the overall goals with the day by which each holds (WZ-05a, WZ-05b, WZ-05c, WZ-06a, WZ-06b, WZ-06c)', () => {
    const goals = itemsOf(programmeOf('wenzhou-red-worksite')).filter(({ provisionId }) =>
      /^WZ-0[56]/.test(provisionId),
    );
    expect(goals.map(({ target }) => [target!.indicator, target!.value, target!.by])).toEqual([
      ['redWorksiteShareOfEligibleProjects', 50, '2022-12-31'],
      ['redWorksiteShareOfEligibleProjects', 60, '2023-12-31'],
      ['redWorksiteShareOfEligibleProjects', 70, '2024-12-31'],
      ['redWorksitesWithQualityAwardPlanRate', 70, '2022-12-31'],
      ['redWorksitesWithQualityAwardPlanRate', 80, '2023-12-31'],
      ['redWorksitesWithQualityAwardPlanRate', 90, '2024-12-31'],
    ]);
  });
});
