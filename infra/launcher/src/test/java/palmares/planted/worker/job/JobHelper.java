package palmares.planted.worker.job;

final class JobHelper {}
