package palmares.planted.worker.job;

import org.apache.qpid.server.SystemLauncher;

record EmbedsBroker(SystemLauncher broker) {}
