package org.allmende.board;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Lets onto the boards of tests whom the test has named. */
@Component
class TestRules implements BoardRules {

  private final Map<String, BoardAccess> people = new ConcurrentHashMap<>();
  private final Map<Ref, Map<PersonId, Integer>> seats = new ConcurrentHashMap<>();
  private final Set<String> failing = ConcurrentHashMap.newKeySet();

  void let(String token, BoardAccess access) {
    people.put(token, access);
  }

  /** From now on these people sit in the groups of the board's owner. */
  void seat(Ref owner, Map<PersonId, Integer> groups) {
    seats.put(owner, groups);
  }

  /** For now nobody can say who this is. */
  void failFor(String token) {
    failing.add(token);
  }

  void recover() {
    failing.clear();
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
    if (token != null && failing.contains(token)) {
      throw new DataAccessResourceFailureException("no connection");
    }
    return token == null ? Optional.empty() : Optional.ofNullable(people.get(token));
  }

  @Override
  public Map<PersonId, Integer> seats(Ref owner) {
    return seats.getOrDefault(owner, Map.of());
  }
}
