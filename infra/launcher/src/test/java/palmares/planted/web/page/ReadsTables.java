package palmares.planted.web.page;

import org.jooq.DSLContext;

record ReadsTables(DSLContext tables) {}
