package palmares.planted.worker.job;

final class JobUtil {}
