import { type EventContract, eventContracts } from '../declare/event';
import { commandContracts, type ContractClass } from '../declare/command';
import { withNestedClasses } from '../declare/nested-classes';
import { personalFields } from '../declare/personal';
import { queryContracts } from '../declare/query';
import { jsonSchemaOf } from '../documents/json-schema';

/**
 * Fields that could hold a biometric template, of commands, queries, events and the classes in them: `Class.field`. There may be none:
 * a template cannot be replaced once it is known, and stays in the device that took it (PI-03, PI-12).
 */
export const biometricFields = (): string[] =>
  [
    ...new Set(
      [...commandContracts(), ...queryContracts(), ...eventContracts()].flatMap((each) => fieldsOf(each.class)),
    ),
  ]
    .filter((path) => biometric.test(wordsIn(path.split('.')[1]!)))
    .sort();

/** Fields of events about persons that by their name tell of the person, and that nobody has marked with `@Personal`: `Class.field`. */
export const unmarkedPersonalFields = (contracts: readonly EventContract[] = eventContracts()): string[] =>
  contracts
    .flatMap(({ class: target, person }) =>
      [...withNestedClasses(target).values()].flatMap((each) =>
        Object.keys(propertiesOf(each))
          .filter((field) => !(field in personalFields(each)))
          .filter((field) => ofAPerson.test(wordsIn(field)) || (person !== undefined && field === 'name'))
          .map((field) => `${each.name}.${field}`),
      ),
    )
    .sort();

/** `faceTemplateId` as `face template id`, so that `surface` is no face. */
const wordsIn = (field: string): string => field.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();

/** Names that hold one of these words, or of the Chinese ones, which have no spaces between them. */
const anyOf = (words: readonly string[], chinese: readonly string[]): RegExp =>
  new RegExp(`\\b(?:${words.join('|')})\\b|${chinese.join('|')}`);

const biometric = anyOf(
  [
    ...['biometrics?', 'finger ?prints?', 'palm ?prints?', 'finger ?veins?', 'palm ?veins?'],
    ...['face', 'facial', 'iris', 'irises', 'retinas?', 'voice ?prints?', 'gait', 'dna'],
  ],
  ['生物', '指纹', '掌纹', '静脉', '人脸', '面部', '面容', '虹膜', '视网膜', '声纹', '步态'],
);

const ofAPerson = anyOf(
  [
    '(?:person|worker|employee|member|leader|officer|holder|contact|guardian|full|given|family|former) names?',
    ...['resident id', 'id (?:card|number|no)', 'identity (?:card|number|no)', 'passport'],
    ...['phone', 'mobile', 'telephone', 'email', 'wechat', 'bank (?:account|card)', '(?:card|account) number'],
    ...['birth ?(?:day|date)?', 'born on', 'address', 'native place', 'photo', 'portrait'],
  ],
  ['姓名', '身份证', '手机', '电话', '银行卡', '住址', '出生', '照片'],
);

const fieldsOf = (target: ContractClass): string[] =>
  [...withNestedClasses(target).values()].flatMap((each) =>
    Object.keys(propertiesOf(each)).map((field) => `${each.name}.${field}`),
  );

const propertiesOf = (target: ContractClass): object => jsonSchemaOf(target)['properties'] as object;
