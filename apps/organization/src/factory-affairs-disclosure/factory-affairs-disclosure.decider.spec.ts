import type { DiscloseFactoryAffairs, FactoryAffairsDisclosureEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { factoryAffairsDisclosure, type FactoryAffairsDisclosureWish } from './factory-affairs-disclosure.decider';

const given = specify(factoryAffairsDisclosure);
const refused = (rule: string) => `organization.factoryAffairsDisclosure.${rule}`;
const disclosureId = 'wages-april';
const matter = { matterId: 'wages', title: '工资发放', everyMonths: 1 };
const content: DiscloseFactoryAffairs = {
  ...{ disclosureId, unitId: 'steel', matterId: 'wages', content: '4月工资已全额发放', form: 'noticeBoard' },
  ...{ postedOn: day('2026-05-10'), postedUntil: day('2026-05-16') },
  evidence: [{ fileName: '照片.jpg', sha256: 'f'.repeat(64) }],
};
const disclose = (
  changed: Partial<DiscloseFactoryAffairs> = {},
  known: Partial<FactoryAffairsDisclosureWish & { type: 'DiscloseFactoryAffairs' }> = {},
): FactoryAffairsDisclosureWish => ({
  type: 'DiscloseFactoryAffairs',
  data: { ...content, ...changed },
  isOpenEnterprise: true,
  matter,
  ...known,
});
const disclosed = (changed: Partial<DiscloseFactoryAffairs> = {}): FactoryAffairsDisclosureEvent => ({
  type: 'FactoryAffairsDisclosed',
  data: { ...content, ...changed, matterTitle: '工资发放' },
});
const objection = (objectedOn = '2026-05-12') => ({
  ...{ disclosureId, objectionId: 'o-1', objection: '夜班津贴未列明' },
  objectedOn: day(objectedOn),
});
const object = (objectedOn?: string): FactoryAffairsDisclosureWish => ({
  type: 'ObjectToFactoryAffairsDisclosure',
  data: objection(objectedOn),
});
const objected: FactoryAffairsDisclosureEvent = { type: 'FactoryAffairsDisclosureObjectedTo', data: objection() };
const answer = (repliedOn = '2026-05-14') => ({
  ...{ disclosureId, objectionId: 'o-1', reply: '已补充公开' },
  repliedOn: day(repliedOn),
});
const reply = (repliedOn?: string): FactoryAffairsDisclosureWish => ({
  type: 'ReplyToFactoryAffairsObjection',
  data: answer(repliedOn),
});
const replied: FactoryAffairsDisclosureEvent = { type: 'FactoryAffairsObjectionRepliedTo', data: answer() };

describe('A disclosure to the employees (HM-04g)', () => {
  it('HM-04g: says matter, content, form, day and how long it stands, once', () => {
    given().when(disclose()).then(disclosed());
    given(disclosed()).when(disclose()).thenNothing();
    given(disclosed())
      .when(disclose({ content: '另一内容' }))
      .thenRefused(refused('postedOtherwise'));
  });
  it('HM-04g: is of a matter on the list in force, by an open enterprise', () => {
    given()
      .when(disclose({}, { matter: undefined }))
      .thenRefused(refused('matterNotListed'), { matterId: 'wages' });
    given()
      .when(disclose({}, { isOpenEnterprise: false }))
      .thenRefused(refused('notAnOpenEnterprise'));
  });
  it('stands for a day at least', () => {
    given()
      .when(disclose({ postedUntil: day('2026-05-10') }))
      .then(disclosed({ postedUntil: day('2026-05-10') }));
    given()
      .when(disclose({ postedUntil: day('2026-05-09') }))
      .thenRefused(refused('endsBeforeItBegins'));
  });
  it('HM-04g: is objected to from the day of posting on, and each objection is replied to once', () => {
    given(disclosed()).when(object()).then(objected);
    given(disclosed(), objected).when(object()).thenNothing();
    given(disclosed(), objected).when(object('2026-05-13')).thenRefused(refused('objectionDiffers'));
    given(disclosed()).when(object('2026-05-09')).thenRefused('organization.entryDay.beforeEarlier');
    given().when(object()).thenRefused(refused('unknown'));
    given(disclosed(), objected).when(reply()).then(replied);
    given(disclosed(), objected, replied).when(reply()).thenNothing();
    given(disclosed(), objected, replied).when(reply('2026-05-15')).thenRefused(refused('repliedOtherwise'));
    given(disclosed(), objected).when(reply('2026-05-11')).thenRefused('organization.entryDay.beforeEarlier');
    given(disclosed()).when(reply()).thenRefused(refused('objectionUnknown'));
  });
});
