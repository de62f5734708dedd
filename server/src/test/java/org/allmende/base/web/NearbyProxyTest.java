package org.allmende.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearbyProxyTest {

  /** Proxies put whom they heard at the end of the row; what came with the request stays before. */
  @ParameterizedTest
  @CsvSource({
    "203.0.113.9,                        203.0.113.9",
    "198.51.100.1;203.0.113.9,           203.0.113.9",
    "203.0.113.9;10.0.0.2;127.0.0.1,     203.0.113.9",
    "198.51.100.1;203.0.113.9;fd00::7,   203.0.113.9",
    "192.168.3.4;10.0.0.2,               192.168.3.4",
    "2001:db8::1,                        2001:db8::1",
    "somebody;203.0.113.9,               203.0.113.9",
    "203.0.113.9;somebody;10.0.0.2,      10.0.0.2",
    "somebody,                           ",
    "'',                                 "
  })
  void believesTheLastInTheRowThatNoProxyOfOursIs(String row, String asking) {
    assertThat(NearbyProxy.asking(List.of(row.split(";"))))
        .isEqualTo(Optional.ofNullable(asking).map(InetAddress::ofLiteral));
  }
}
