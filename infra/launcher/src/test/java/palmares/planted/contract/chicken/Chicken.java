package palmares.planted.contract.chicken;

import palmares.planted.contract.egg.Egg;

public record Chicken(Egg from) {}
