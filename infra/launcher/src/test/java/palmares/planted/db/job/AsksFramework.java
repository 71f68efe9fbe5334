package palmares.planted.db.job;

import io.micronaut.http.HttpRequest;

record AsksFramework(HttpRequest<?> request) {}
