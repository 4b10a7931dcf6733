import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

/** Columns are named as SQL names things: `dueOn` is `due_on`. */
export class SnakeCaseNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
