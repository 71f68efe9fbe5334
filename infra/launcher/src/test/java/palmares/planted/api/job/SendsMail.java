package palmares.planted.api.job;

import jakarta.mail.Session;

record SendsMail(Session session) {}
