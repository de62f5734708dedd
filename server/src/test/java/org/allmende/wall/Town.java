package org.allmende.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.base.mail.MailBox;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Department;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.allmende.wall.Thing.Access;
import org.jspecify.annotations.Nullable;

/**
 * A town with one of everything, public and internal, made as people make it: by calls and forms.
 * Every internal text holds a word that stands nowhere else.
 */
final class Town {

  private static final String PASSWORD = "ein langes Passwort";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What the town's internal texts have in common. */
  final String marker = "nachtfalter" + Ids.next().toLowerCase(Locale.ROOT);

  /** The internal words the town's own people read on a page or in a call, by what they are in. */
  final Map<String, String> read = new LinkedHashMap<>();

  /** The internal words nobody reads anywhere: addresses and the like. */
  final Map<String, String> kept = new LinkedHashMap<>();

  final List<Thing> things = new ArrayList<>();
  final Tenant tenant;
  final Department department;
  final Map<Role, Caller> staff = new EnumMap<>(Role.class);
  final Caller citizen;
  final Caller participant;

  final TownWishes wishes = new TownWishes(this);
  final TownDatasets datasets = new TownDatasets(this);
  final TownWorkshops workshops = new TownWorkshops(this, wishes, datasets);
  final int port;

  /** The one that handed something over. */
  String neighbour = "";

  private final People people;
  private final Tokens tokens;
  private final MailBox mails;

  Town(int port, Tenants tenants, People people, Tokens tokens, MailBox mails) {
    this.port = port;
    this.people = people;
    this.tokens = tokens;
    this.mails = mails;
    this.citizen = Caller.at(port);
    this.participant = Caller.at(port);
    tenant =
        tenants.create(
            new Tenant(
                new TenantId("wall-" + Ids.next().toLowerCase(Locale.ROOT)),
                "Mauerstadt",
                Tenant.Kind.MUNICIPALITY,
                "#1b5e57",
                null,
                "rathaus@mauerstadt.example",
                null),
            Viewer.system());
    department = tenants.addDepartment(tenant.id(), "Fachbereich Grünflächen", Viewer.system());
    for (Role role : Role.values()) {
      staff.put(role, member(role));
    }
  }

  /** A member of staff, logged in on pages and with a token for calls. */
  private Caller member(Role role) {
    String email = addressOf(role);
    PersonId person = people.account(email, "Person " + role.key(), people.hashed(PASSWORD));
    people.grant(person, tenant.id(), role, role == Role.OFFICER ? department : null);
    String token = Ids.next() + Ids.next();
    tokens.keep(person, token, "wall");
    Caller browser = Caller.at(port);
    Answer in = browser.submit("/login", "/login", Map.of("email", email, "password", PASSWORD));
    assertThat(in.status()).isEqualTo(303);
    things.add(new Thing("people", person.value(), Access.INTERNAL, null));
    return browser.with(token);
  }

  String addressOf(Role role) {
    return kept("address of the " + role) + "@mauerstadt.example";
  }

  Caller of(Role role) {
    return staff.get(role);
  }

  /** An internal word its own people read. */
  String secret(String what) {
    return read.computeIfAbsent(what, w -> marker + "r" + read.size() + "x");
  }

  /** An internal word nobody reads anywhere. */
  String kept(String what) {
    return kept.computeIfAbsent(what, w -> marker + "k" + kept.size() + "x");
  }

  String api(String path) {
    return tenant.url("/api/v1" + path);
  }

  /** Notes something that was made. */
  Thing thing(String kind, String id, Access access, @Nullable Thing parent) {
    var thing = new Thing(kind, id, access, parent);
    things.add(thing);
    return thing;
  }

  /** The things of a kind, those within a thing included. */
  List<Thing> all(String kind) {
    return things.stream().filter(thing -> thing.kind().equals(kind)).toList();
  }

  /** Fills the town; what comes from a neighbour is added by the neighbour. */
  Town fill() {
    wishes.fill();
    datasets.fill();
    workshops.fill();
    new TownOffice(this).fill();
    wishes.match(workshops.lastHarvested());
    return this;
  }

  /** Fields with the ids of the town's things for {@code {kind}}, each time another one. */
  String filled(String fields, int turn) {
    String filled =
        fields
            .replace("{tenant}", tenant.slug())
            .replace("{neighbour}", neighbour)
            .replace("{department}", department.id())
            .replace("{phase}", workshops.phase())
            .replace("{soon}", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString())
            .replace(
                "{agendaVersion}",
                fields.contains("{agendaVersion}") ? workshops.agendaVersion() : "")
            .replace("{member}", workshops.members().getFirst())
            .replace("{companion}", workshops.members().getLast());
    if (filled.contains("{registration}")) {
      filled = filled.replace("{registration}", workshops.registered(turn));
    }
    for (String kind : List.of("potentials", "wishes", "commitments", "datasets", "slides")) {
      List<Thing> known = all(kind);
      if (filled.contains("{" + kind + "}")) {
        filled = filled.replace("{" + kind + "}", known.get(turn % known.size()).id());
      }
    }
    return filled;
  }

  /** A thing's parent. */
  static Thing parent(Thing thing) {
    if (thing.parent() == null) {
      throw new IllegalStateException(thing + " lies in nothing");
    }
    return thing.parent();
  }

  /** Follows every link of confirmation that was sent to the address. */
  void confirm(String address) {
    mails.to(address).stream()
        .flatMap(letter -> Pattern.compile("/confirm/\\S+").matcher(letter.text()).results())
        .forEach(link -> assertThat(Caller.at(port).get(link.group()).status()).isEqualTo(200));
  }

  /** What a link of the kind sent to the address ends with, once it has come. */
  String link(String address, String kind) {
    Pattern pattern = Pattern.compile("/" + kind + "/([^\\s\"<>]+)");
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                mails.to(address).stream()
                    .flatMap(letter -> pattern.matcher(letter.text()).results())
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse(""),
            found -> !found.isEmpty());
  }

  /** Makes something by a call, which must work. */
  Answer posted(Caller by, String path, String json) {
    Answer answer = by.post(api(path), json);
    assertThat(answer.status()).as(path + " " + json + "\n" + answer.body()).isBetween(200, 202);
    return answer;
  }

  /** Sends a form that stands on a page of the thing. */
  void page(Role role, Thing thing, String below, Map<String, String> fields) {
    String path =
        tenant.url(
            String.join(
                "", thing.chain().stream().map(t -> "/" + t.kind() + "/" + t.id()).toList()));
    Answer answer = of(role).form(path + below, of(role).csrf("/account/tokens"), fields);
    assertThat(answer.status()).as(path + below + "\n" + answer.body()).isEqualTo(303);
  }

  /** All that marks a row as the town's. */
  List<String> needles() {
    List<String> needles = new ArrayList<>(List.of(tenant.slug()));
    things.stream()
        .flatMap(thing -> Arrays.stream(thing.id().split("[.]")).limit(1))
        .filter(id -> id.length() == 16)
        .forEach(needles::add);
    return needles.stream().distinct().toList();
  }
}
