package palmares.planted.scoring.metric;

import io.micronaut.http.HttpRequest;

record AsksFramework(HttpRequest<?> request) {}
