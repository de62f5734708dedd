package org.allmende.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.AllmendeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Of every address the program answers it is said whom it is for. */
@AllmendeTest
class RoutesTest {

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void everyAddressIsClassified() {
    Set<String> answered =
        mappings.getHandlerMethods().keySet().stream()
            .flatMap(RoutesTest::calls)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> classified =
        Routes.ALL.stream().map(Route::name).collect(Collectors.toCollection(TreeSet::new));
    Set<String> unclassified = new TreeSet<>(answered);
    unclassified.removeAll(classified);
    classified.removeAll(answered);
    assertThat(unclassified).as("say in Routes whom these are for").isEmpty();
    assertThat(classified).as("no longer there").isEmpty();
  }

  private static Stream<String> calls(RequestMappingInfo info) {
    Set<String> methods =
        info.getMethodsCondition().getMethods().stream()
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    return info.getPatternValues().stream()
        .flatMap(path ->
            (methods.isEmpty() ? Stream.of("GET") : methods.stream())
                .map(method ->
                    method
                        + " "
                        + path.replaceAll("\\{(\\w+)(?::(?:[^{}]|\\{[^}]*})*)?}", "{$1}")));
  }
}
