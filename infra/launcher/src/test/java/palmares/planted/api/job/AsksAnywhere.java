package palmares.planted.api.job;

import org.eclipse.jetty.client.HttpClient;

record AsksAnywhere(HttpClient client) {}
