package org.allmende.base.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          postgresql://ann:s3cret@db.example:5433/allmende,  jdbc:postgresql://db.example:5433/allmende,              ann, s3cret
          postgres://ann:a%40b%2F+c@db.example/x,            jdbc:postgresql://db.example/x,                          ann, a@b/+c
          postgresql://ann@[::1]:5432/x?sslmode=require,     jdbc:postgresql://[::1]:5432/x?sslmode=require,          ann, ''
          jdbc:postgresql://db/x?user=ann&password=p,        jdbc:postgresql://db/x?user=ann&password=p,              '',  ''
          """)
  void readsWhatOperatorsWrite(String given, String jdbcUrl, String user, String password) {
    assertThat(DatabaseAddress.parse(given))
        .isEqualTo(new DatabaseAddress(jdbcUrl, user, password));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql://a:topsecret@b/c", "postgresql:///x", "postgresql://h", "::"})
  void refusesOthersWithoutRepeatingThem(String given) {
    assertThatThrownBy(() -> DatabaseAddress.parse(given))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessage("ALLMENDE_DATABASE_URL cannot be read.");
  }

  @Test
  void isNotPrinted() {
    assertThat(DatabaseAddress.parse("postgresql://ann:s3cret@db/x").toString())
        .doesNotContain("s3cret");
  }
}
