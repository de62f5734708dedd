package org.allmende.board;

import java.util.List;
import java.util.Locale;
import org.allmende.base.id.Ids;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.allmende.people.People;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.stereotype.Component;

/** Makes boards and people for tests. */
@Component
class TestBoards {

  private final Boards boards;
  private final Tenants tenants;
  private final People people;
  private final TestRules rules;

  TestBoards(Boards boards, Tenants tenants, People people, TestRules rules) {
    this.boards = boards;
    this.tenants = tenants;
    this.people = people;
    this.rules = rules;
  }

  /** A board of a tenant of its own, with this phase open. */
  Board board(NewPhase first, NewPhase... more) {
    TenantId tenant = new TenantId("t" + Ids.next().toLowerCase(Locale.ROOT));
    tenants.create(
        new Tenant(tenant, "Teststadt", Tenant.Kind.MUNICIPALITY, "#1b5e57", null, null, null),
        Viewer.system());
    var phases = new java.util.ArrayList<>(List.of(first));
    phases.addAll(List.of(more));
    BoardId board =
        boards.create(
            new NewBoard(
                tenant, new Ref("board-test", Ids.next()), "/" + tenant + "/wishes", phases));
    boards.openPhase(board, first.key(), null);
    return boards.get(board);
  }

  /** A phase in which notes are written into the zones A and B. */
  static NewPhase collecting(String key) {
    return NewPhase.collecting(
        key, "Bedarf", "Was brauchen Sie?", Hat.DEPARTMENT, List.of(key + " A", key + " B"));
  }

  /** Somebody new, known on every test board by the name as token. */
  BoardAccess person(String name, BoardAccess.Part part) {
    return known(new BoardAccess(people.guest(), name, part));
  }

  /** Several people with one device. */
  BoardAccess table(String name, int size) {
    return known(new BoardAccess(people.guest(), name, BoardAccess.Part.TAKES_PART, size));
  }

  private BoardAccess known(BoardAccess access) {
    rules.let(access.person().value(), access);
    return access;
  }

  BoardAccess participant(String name) {
    return person(name, BoardAccess.Part.TAKES_PART);
  }
}
