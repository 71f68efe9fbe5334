package palmares.planted.launcher.demo;

import org.keycloak.admin.client.Keycloak;

record Administers(Keycloak keycloak) {}
