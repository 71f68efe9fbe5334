package palmares.planted.api.job;

import com.vaadin.flow.component.Component;

record DrawsPage(Component page) {}
