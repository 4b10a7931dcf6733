import { heldAgainstRoster, type RosterMember } from './held-against-roster';

const member = (workerId: string, registeredAs = workerId): RosterMember => ({ workerId, registeredAs });
const meeting = (
  attendeeIds: string[] | null,
  shift: 'day' | 'night' = 'day',
  presentCount = attendeeIds?.length ?? 3,
) => ({
  ...{ shift, presentCount, attendeeIds },
});

describe('A morning meeting held against the roster of the crew (HS-09)', () => {
  it('has no exception when all who are on the roster were there', () =>
    expect(heldAgainstRoster([meeting(['li', 'wang'])], [member('wang'), member('li')])).toEqual({
      ...{ shifts: ['day'], presentCount: 2, onRosterCount: 2, notOnRoster: [], notAtMeeting: [] },
    }));
  it('tells who was there and is not on the roster (HS-09, CC-13f)', () =>
    expect(heldAgainstRoster([meeting(['li', 'wang'])], [member('wang')])).toMatchObject({
      ...{ presentCount: 2, onRosterCount: 1, notOnRoster: ['li'], notAtMeeting: [] },
    }));
  it('tells who is on the roster and was not there (HS-09)', () =>
    expect(heldAgainstRoster([meeting(['wang'])], [member('wang'), member('li')])).toMatchObject({
      ...{ presentCount: 1, onRosterCount: 1, notOnRoster: [], notAtMeeting: ['li'] },
    }));
  it('misses nobody who was at the meeting of the other shift', () =>
    expect(
      heldAgainstRoster([meeting(['wang'], 'night'), meeting(['li'])], [member('wang'), member('li')]),
    ).toMatchObject({
      ...{ shifts: ['day', 'night'], presentCount: 2, onRosterCount: 2, notAtMeeting: [] },
    }));
  it('knows who was named by a registration that was merged into another', () =>
    expect(heldAgainstRoster([meeting(['twin'])], [member('wang', 'twin')])).toMatchObject({
      ...{ onRosterCount: 1, notOnRoster: [], notAtMeeting: [] },
    }));
  it('does not tell who was missing where heads were only counted', () =>
    expect(heldAgainstRoster([meeting(null)], [member('wang')])).toEqual({
      ...{ shifts: ['day'], presentCount: 3, onRosterCount: 0, notOnRoster: [], notAtMeeting: null },
    }));
});
