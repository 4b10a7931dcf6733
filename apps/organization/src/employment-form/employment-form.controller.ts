import { RecordEmploymentForm } from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { Workers } from '../worker/worker.aggregate';
import { EmploymentForms } from './employment-form.aggregate';

/** Commands on the forms in which workers are employed. */
@Controller()
export class EmploymentFormController {
  constructor(
    private readonly forms: EmploymentForms,
    private readonly workers: Workers,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(RecordEmploymentForm)
  async record(data: RecordEmploymentForm, sender: Sender) {
    const isRegistered = (await this.workers.state(data.workerId)).state.stage === 'registered';
    const unitIsKnown = (await this.directory.findUnit(data.unitId)) !== undefined;
    const wish = { type: 'RecordEmploymentForm', data, isRegistered, unitIsKnown } as const;
    return this.forms.handle(data.workerId, wish, sender);
  }
}
