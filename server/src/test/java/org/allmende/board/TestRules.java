package org.allmende.board;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets onto the boards of tests whom the test has named. */
@Component
class TestRules implements BoardRules {

  private final Map<String, BoardAccess> people = new ConcurrentHashMap<>();

  void let(String token, BoardAccess access) {
    people.put(token, access);
  }

  void forget(String token) {
    people.remove(token);
  }

  @Override
  public String ownerKind() {
    return "board-test";
  }

  @Override
  public @Nullable String token(Ref owner, HttpServletRequest request) {
    return request.getHeader("X-Token");
  }

  @Override
  public Optional<BoardAccess> access(Ref owner, @Nullable String token, Viewer viewer) {
    return token == null ? Optional.empty() : Optional.ofNullable(people.get(token));
  }
}
