package palmares.planted.api.job;

import ai.djl.Model;

record LoadsModel(Model model) {}
