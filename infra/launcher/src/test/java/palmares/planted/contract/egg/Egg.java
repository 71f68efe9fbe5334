package palmares.planted.contract.egg;

import org.jspecify.annotations.Nullable;
import palmares.planted.contract.chicken.Chicken;

public record Egg(@Nullable Chicken from) {}
