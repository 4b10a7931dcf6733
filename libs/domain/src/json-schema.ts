import { creditCodeJsonSchema } from './credit-code';
import { dayJsonSchema } from './day';
import { fenJsonSchema } from './fen';
import { monthJsonSchema } from './month';
import { periodJsonSchema } from './period';
import { residentIdJsonSchema } from './resident-id';
import { textJsonSchema } from './text';

/**
 * JSON Schema of each decorator here, by the name of its constraint: what class-validator-jsonschema takes as
 * `additionalConverters`. A schema says what a schema can (form and bounds); check characters and the like stay with the
 * decorator.
 */
export const domainSchemaConverters = {
  isFen: fenJsonSchema,
  isDay: dayJsonSchema,
  isMonth: monthJsonSchema,
  isPeriod: periodJsonSchema,
  isCreditCode: creditCodeJsonSchema,
  isResidentId: residentIdJsonSchema,
  isText: ({ constraints }: { constraints?: unknown[] }) => textJsonSchema(Number(constraints?.[0])),
};
