package io.sheaf.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.sheaf.engine.config.ShellWord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The arrows between modules and packages.
class LayersTest {
  /// Classes that must at least be found in each module: a rule over nothing always holds. Raise as
  /// modules grow.
  private static final Map<String, Integer> FEWEST =
      Map.of(
          "engine",
          120,
          "web",
          25,
          "info",
          60,
          "arc",
          60,
          "text",
          50,
          "workloads",
          90,
          "cli",
          65,
          "spark",
          9);

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("jmh_generated"))
          .importPackages("io.sheaf");

  @Test
  void seesEveryModule() {
    FEWEST.forEach(
        (module, fewest) ->
            assertThat(CLASSES)
                .filteredOn(type -> type.getPackageName().startsWith("io.sheaf." + module))
                .as(module)
                .hasSizeGreaterThanOrEqualTo(fewest));
  }

  @Test
  void infoKnowsNothingButMathematics() {
    classes()
        .that()
        .resideInAPackage("io.sheaf.info..")
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage("io.sheaf.info..")
                .or(resideInAPackage("java.lang.."))
                .or(resideInAPackage("java.util.."))
                .or(resideInAPackage("java.math.."))
                .or(resideInAPackage("org.hipparchus.."))
                .or(resideInAPackage("org.jspecify.."))
                .or(DescribedPredicate.describe("primitive", LayersTest::isPrimitive)))
        .check(CLASSES);
    readsNoClock("io.sheaf.info..");
  }

  @Test
  void arcKnowsNothingButJava() {
    classes()
        .that()
        .resideInAPackage("io.sheaf.arc..")
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage("io.sheaf.arc..")
                .or(resideInAPackage("java.."))
                .or(resideInAPackage("org.jspecify.."))
                .or(DescribedPredicate.describe("primitive", LayersTest::isPrimitive)))
        .check(CLASSES);
    readsNoClock("io.sheaf.arc..");
  }

  private static boolean isPrimitive(JavaClass type) {
    return type.getBaseComponentType().isPrimitive();
  }

  @Test
  void engineKnowsNoScience() {
    noClasses()
        .that()
        .resideInAPackage("io.sheaf.engine..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.sheaf..").and(resideOutsideOfPackages("io.sheaf.engine..")))
        .check(CLASSES);
  }

  @Test
  void textKnowsNoOtherModule() {
    noClasses()
        .that()
        .resideInAPackage("io.sheaf.text..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.sheaf..").and(resideOutsideOfPackages("io.sheaf.text..")))
        .check(CLASSES);
    readsNoClock("io.sheaf.text..");
  }

  @Test
  void webOnlyObserves() {
    noClasses()
        .that()
        .resideInAPackage("io.sheaf.web..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.sheaf..")
                .and(
                    resideOutsideOfPackages(
                        "io.sheaf.web..",
                        "io.sheaf.engine.observe..",
                        "io.sheaf.engine.plan..",
                        "io.sheaf.engine.chapter.."))
                .and(not(type(ShellWord.class))))
        .check(CLASSES);
  }

  @Test
  void sparkKnowsOnlyTheEngine() {
    noClasses()
        .that()
        .resideInAPackage("io.sheaf.spark..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.sheaf..")
                .and(resideOutsideOfPackages("io.sheaf.spark..", "io.sheaf.engine..")))
        .check(CLASSES);
    noClasses()
        .that(resideOutsideOfPackages("io.sheaf.spark.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.sheaf.spark..", "org.apache.spark..", "scala..")
        .check(CLASSES);
  }

  @Test
  void nothingKnowsTheCommandLine() {
    noClasses()
        .that(resideOutsideOfPackages("io.sheaf.cli..", "io.sheaf.bench.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.sheaf.cli..", "io.sheaf.bench..", "picocli..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineTalks() {
    DescribedPredicate<JavaClass> silent =
        resideOutsideOfPackages("io.sheaf.cli..", "io.sheaf.bench..");
    noClasses().that(silent).should().accessField(System.class, "out").check(CLASSES);
    noClasses().that(silent).should().accessField(System.class, "err").check(CLASSES);
    noClasses().that(silent).should().callMethod(System.class, "exit", int.class).check(CLASSES);
    noClasses().that(silent).should().callMethod(Throwable.class, "printStackTrace").check(CLASSES);
  }

  @Test
  void schedulingIsPure() {
    noClasses()
        .that()
        .resideInAPackage("io.sheaf.engine.schedule..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio..", "java.sql..", "java.net..", "org.sqlite..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("io.sheaf.engine.schedule..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .check(CLASSES);
    readsNoClock("io.sheaf.engine.schedule..");
  }

  private static void readsNoClock(String packages) {
    noClasses()
        .that()
        .resideInAPackage(packages)
        .should()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ThreadLocalRandom.class)
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"engine", "info", "arc", "text", "workloads", "web", "spark", "cli"})
  void packagesAreFreeOfCycles(String module) {
    slices()
        .matching("io.sheaf." + module + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void noMethodDeclaresException() {
    DescribedPredicate<JavaMethod> ours =
        DescribedPredicate.describe("are declared by us", LayersTest::isOurs);
    methods().that(ours).should().notDeclareThrowableOfType(Exception.class).check(CLASSES);
    methods().that(ours).should().notDeclareThrowableOfType(Throwable.class).check(CLASSES);
  }

  /// Not what an interface of another library makes us, or the compiler for us, declare.
  private static boolean isOurs(JavaMethod method) {
    return !method.getModifiers().contains(JavaModifier.BRIDGE)
        && method.getOwner().getAllRawInterfaces().stream()
            .filter(type -> !type.getPackageName().startsWith("io.sheaf"))
            .noneMatch(
                type -> type.getMethods().stream().anyMatch(other -> overrides(method, other)));
  }

  private static boolean overrides(JavaMethod method, JavaMethod other) {
    return other.getName().equals(method.getName())
        && other.getRawParameterTypes().size() == method.getRawParameterTypes().size();
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Service)(\\$.*)?")
        .check(CLASSES);
  }

  /// A control: the rules see what they forbid.
  @Test
  void wouldSeeATalkativeClass() {
    JavaClasses talkative = new ClassFileImporter().importClasses(Talkative.class);
    assertThat(
            noClasses()
                .should()
                .accessField(System.class, "out")
                .evaluate(talkative)
                .hasViolation())
        .isTrue();
  }

  static final class Talkative {
    static void talk() {
      System.out.println("talk");
    }
  }
}
