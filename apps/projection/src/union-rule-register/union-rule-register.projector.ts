import {
  type PostingRuleEvent,
  postingRuleEvents,
  type UnionAdmissionRulesEvent,
  unionAdmissionRulesEvents,
  type UnionMemberBenefitsEvent,
  unionMemberBenefitsEvents,
} from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { insertRows, upsertRows } from '../database/write-rows';
import type { Projector, Recorded } from '../intake/projector';
import { RegisteredPostingRule, UnionAdmissionRulesVersion, UnionMemberBenefitsVersion } from './union-rule.entity';

type RuleEvent = UnionAdmissionRulesEvent | UnionMemberBenefitsEvent | PostingRuleEvent;

/** Keeps what units and unions have laid down: how workers are admitted, what members are given, how workers are posted. */
@Injectable()
export class UnionRuleRegisterProjector implements Projector<RuleEvent> {
  readonly name = 'union-rule-register';
  readonly types = [unionAdmissionRulesEvents, unionMemberBenefitsEvents, postingRuleEvents].flatMap(Object.keys);

  async project(events: readonly Recorded<RuleEvent>[], tx: EntityManager): Promise<void> {
    const admissionRules: UnionAdmissionRulesVersion[] = [];
    const benefits: UnionMemberBenefitsVersion[] = [];
    const unitIds = new Set(events.flatMap(({ data }) => ('unitId' in data ? data.unitId : [])));
    const postingRules = await rowsWith(tx, RegisteredPostingRule, 'unitId', unitIds);
    const endRule = (unitId: string, on: string): void => {
      for (const rule of postingRules) {
        if (rule.unitId === unitId && rule.inForceUntil === null) rule.inForceUntil = on;
      }
    };
    for (const { type, data, position: fromPosition } of events) {
      switch (type) {
        case 'UnionAdmissionRulesPublished':
          admissionRules.push(data);
          break;
        case 'UnionMemberBenefitsPublished':
          benefits.push(data);
          break;
        case 'PostingRuleIssued': {
          const { unitId, documentNumber, title, inForceFrom } = data;
          endRule(unitId, inForceFrom);
          postingRules.push({ unitId, fromPosition, documentNumber, title, inForceFrom, inForceUntil: null });
          break;
        }
        case 'PostingRuleRepealed':
          endRule(data.unitId, data.repealedOn);
      }
    }
    await insertRows(tx, UnionAdmissionRulesVersion, admissionRules);
    await insertRows(tx, UnionMemberBenefitsVersion, benefits);
    await upsertRows(tx, RegisteredPostingRule, postingRules);
  }
}
