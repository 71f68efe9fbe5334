package palmares.planted.web.page;

import org.eclipse.jetty.client.HttpClient;

record AsksAnywhere(HttpClient client) {}
