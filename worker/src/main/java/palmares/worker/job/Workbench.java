package palmares.worker.job;

import palmares.worker.client.DocumentCache;
import palmares.worker.client.WorkClient;

/// What every job of a worker is done with.
public record Workbench(WorkClient client, DocumentCache cache, Offerings offerings) {}
