package org.allmende.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** A shape may let too much through to Spring's own comparison, never too little. */
class RouteShapeTest {

  @ParameterizedTest
  @CsvSource({
    "/{town}/wishes/{id}, /moers/wishes/1, true",
    "/{town}/wishes/{id}, /moers/wish%65s/1, true",
    "/{town}/wishes/{id}, /moers/wishes/1;x=2, true",
    "/{town}/wishes/{id}, /moers/wishes/a%2Fb, true",
    "/{town}/wishes/{id}, /moers/uses/1, false",
    "/{town}/wishes/{id}, /moers/wishes, false",
    "/{town}/wishes/{id}, /moers/wishes/1/, false",
    "/{town}/wishes/{id}, /moers/Wishes/1, false",
    "/{town}/data/{id}.csv, /moers/data/1.csv, true",
    "/{town}/notes/{id:[0-9]+}, /moers/notes/12, true",
    "/{town}/*/new, /moers/wishes/new, true",
    "/, /, true",
    "/, /moers, false"
  })
  void agreesWithSpring(String pattern, String address, boolean expected) {
    PathPattern spring = PathPatternParser.defaultInstance.parse(pattern);
    PathContainer path = PathContainer.parsePath(address);
    assertThat(spring.matches(path)).isEqualTo(expected);
    assertThat(fits(pattern, address)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"/assets/**", "/{town}/files/{*path}", "health"})
  void leavesToSpringWhatHasNoFixedLength(String pattern) {
    assertThat(RouteShape.of(List.of("/{town}", pattern))).isEmpty();
  }

  private static boolean fits(String pattern, String address) {
    return RouteShape.of(List.of(pattern))
        .getFirst()
        .fits(PathContainer.parsePath(address).elements());
  }
}
