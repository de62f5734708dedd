package org.allmende;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The walls between the modules, as {@code docs/architecture.md} draws them; templates count as
 * code.
 */
class ModulesTest {

  private static final ApplicationModules MODULES = ApplicationModules.of(Allmende.class);
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.allmende");

  @Test
  void modulesUseOnlyWhatTheyMay() {
    // Without this line a wrong root package would make the check below empty.
    Set<String> names =
        MODULES.stream()
            .map(ApplicationModule::getIdentifier)
            .map(Object::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(names)
        .containsExactly(
            "app",
            "base",
            "board",
            "catalog",
            "comment",
            "notify",
            "people",
            "plan",
            "registration",
            "reuse",
            "search",
            "tabular",
            "tenant",
            "video",
            "wish",
            "workshop");
    MODULES.verify();
  }

  @Test
  void sqlStaysInsideItsModule() {
    classes()
        .that(simpleNameEndingWith("Store"))
        .and()
        .resideOutsideOfPackage("org.allmende.tabular..")
        .should()
        .notBePublic()
        .because("other modules call the façade, not the tables")
        .check(CLASSES);
  }

  @Test
  void insideBaseTheOrderHolds() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.allmende.base.id..", "org.allmende.base.i18n..", "org.allmende.base.time..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.allmende.base.web..",
            "org.allmende.base.db..",
            "org.allmende.base.job..",
            "org.allmende.base.event..",
            "org.allmende.base.mail..",
            "org.allmende.base.blob..")
        .because("identifiers, texts and time lie at the bottom")
        .check(CLASSES);
  }

  @Test
  void nobodyNamesThingsVaguely() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Service")
        .because("such a name says nothing about what the class is for")
        .check(CLASSES);
  }
}
