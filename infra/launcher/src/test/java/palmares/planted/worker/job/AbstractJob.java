package palmares.planted.worker.job;

abstract class AbstractJob {}
