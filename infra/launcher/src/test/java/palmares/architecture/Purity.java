package palmares.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.security.SecureRandom;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// What a pure module must not touch.
final class Purity {
  static final DescribedPredicate<JavaClass> DOES_IO =
      resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..")
          .as("do I/O");

  static final DescribedPredicate<JavaClass> STARTS_THREADS =
      resideInAnyPackage("java.util.concurrent..")
          .or(describe("Thread", type -> type.isEquivalentTo(Thread.class)))
          .as("start threads");

  static final DescribedPredicate<JavaAccess<?>> READS_CLOCK =
      describe("reads the clock", access -> readsClock(access.getTarget()));

  static final DescribedPredicate<JavaAccess<?>> DRAWS_WITHOUT_SEED =
      describe("draws without a seed", access -> drawsWithoutSeed(access.getTarget()));

  private static final Set<String> TIMES = Set.of("currentTimeMillis", "nanoTime");
  private static final Set<String> RANDOMS =
      Set.of(
          Random.class.getName(),
          SplittableRandom.class.getName(),
          SecureRandom.class.getName(),
          RandomGenerator.class.getName(),
          UUID.class.getName(),
          Math.class.getName(),
          StrictMath.class.getName());
  private static final Set<String> UNSEEDED =
      Set.of("<init>", "random", "randomUUID", "getDefault", "of");

  private Purity() {}

  private static boolean readsClock(AccessTarget target) {
    var owner = target.getOwner();
    return (owner.getPackageName().equals("java.time") && target.getName().equals("now"))
        || (owner.getName().equals("java.time.Clock") && target.getName().startsWith("system"))
        || (owner.isEquivalentTo(System.class) && TIMES.contains(target.getName()));
  }

  private static boolean drawsWithoutSeed(AccessTarget target) {
    return RANDOMS.contains(target.getOwner().getName())
        && UNSEEDED.contains(target.getName())
        && target instanceof AccessTarget.CodeUnitCallTarget call
        && call.getRawParameterTypes().stream().allMatch(type -> type.isEquivalentTo(String.class));
  }
}
