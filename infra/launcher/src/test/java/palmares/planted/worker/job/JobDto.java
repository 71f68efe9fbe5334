package palmares.planted.worker.job;

final class JobDto {}
