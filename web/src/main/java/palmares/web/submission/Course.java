package palmares.web.submission;

import java.util.List;
import palmares.contract.submission.SubmissionStatus;
import palmares.contract.submission.TimelineEvent;

/// Everything about the way of one submission at one moment.
record Course(SubmissionStatus status, List<TimelineEvent> timeline) {}
