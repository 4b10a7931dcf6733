/** What the operator may ask of the running projection. Only the bus user `operator` may publish here. */
export const operatorSubjects = {
  status: 'operator.projection.status',
  rebuild: 'operator.projection.rebuild',
  cancel: 'operator.projection.cancel',
  compare: 'operator.projection.compare',
  switch: 'operator.projection.switch',
  rollback: 'operator.projection.rollback',
  replayParked: 'operator.projection.replay-parked',
} as const;
