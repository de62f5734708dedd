package org.allmende.wall;

import static org.allmende.base.web.Role.ADMIN;
import static org.allmende.wall.Route.closed;
import static org.allmende.wall.Route.open;
import static org.allmende.wall.Routes.BY_CODE;
import static org.allmende.wall.Routes.BY_LINK;
import static org.allmende.wall.Routes.LISTS;

import java.util.List;

/** What belongs to no tenant, or to all of them. */
final class InstallationRoutes {

  private InstallationRoutes() {}

  static List<Route> all() {
    return List.of(
        open("GET /demo/mail", "only the demo has it, where everything is made up"),
        open("GET /demo/api/mail", "only the demo has it, where everything is made up"),
        open("GET /", LISTS),
        open("GET /search", LISTS),
        open("GET /figures", "figures are sums"),
        open("GET /legal/{topic}", "imprint and the like, and where the towns have theirs"),
        open("GET /legal/interfaces", "what programs can read"),
        open("GET /catalog.{format}", LISTS),
        open("GET /join", BY_CODE),
        open("POST /join", BY_CODE, "code=NEIN-0000"),
        open("GET /login", "everybody may log in"),
        open("GET /login/forgotten", "everybody may log in"),
        open(
            "POST /login/forgotten",
            "says the same to everybody and writes to the account only",
            "email=wer@mauerstadt.example"),
        open("GET /login/password/{link}", BY_LINK),
        open("POST /login/password/{link}", BY_LINK, "password=ein neues Passwort"),
        open("GET /setup/{token}", BY_LINK),
        open(
            "POST /setup/{token}",
            BY_LINK,
            "email=neu@mauerstadt.example&name=Neu&password=ein langes Passwort"),
        open("GET /confirm/{link}", BY_LINK),
        open("GET /private/{link}", BY_LINK),
        open("POST /private/{link}/erasure", BY_LINK),
        open("GET /private/{link}/data.json", BY_LINK),
        open("GET /account/data.json", "each account sees its own"),
        open("POST /account/erasure", "each account closes itself, when it ticks that it is meant"),
        open("POST /private/{link}/subscriptions/{id}/tempo", BY_LINK, "tempo=daily"),
        open("POST /private/{link}/subscriptions/{id}/ending", BY_LINK),
        open("GET /subscriptions", "each account sees its own"),
        open("POST /subscriptions/{id}/tempo", "each account changes its own", "tempo=daily"),
        open("POST /subscriptions/{id}/ending", "each account ends its own"),
        open("GET /unsubscribe/{link}", BY_LINK),
        open("POST /unsubscribe/{link}", BY_LINK),
        open("GET /invitations/{link}", BY_LINK),
        open(
            "POST /invitations/{link}/acceptance",
            BY_LINK,
            "name=Neu&password=ein langes Passwort"),
        open("GET /account", "each account sees itself"),
        open("GET /account/start", "each account sees itself"),
        open("GET /account/password", "each account changes its own"),
        open(
            "POST /account/password",
            "each account changes its own, with the old one",
            "oldPassword=nicht das alte&password=ein neues Passwort"),
        open("GET /account/tokens", "each account sees its own"),
        open("POST /account/tokens", "each account makes its own", "name=Meins"),
        open("POST /account/tokens/{id}/revocation", "each account ends its own"),
        open("GET /inbox", "each account sees its own"),
        open("POST /inbox/readings", "each account reads its own"),
        closed("GET /operator/synonyms", ADMIN),
        closed("POST /operator/synonyms", ADMIN, "word=Bankerl&means=Sitzbank"),
        closed("POST /operator/synonyms/{id}/removal", ADMIN),
        closed("GET /operator/texts", ADMIN),
        closed("GET /operator/texts/{topic}/{language}", ADMIN),
        closed("POST /operator/texts/{topic}/{language}", ADMIN, "body=Anders&version=0"),
        closed("GET /operator/watch", ADMIN),
        closed("POST /operator/watch/events/{event}/retries", ADMIN),
        closed("POST /operator/watch/tasks/{task}/retries", ADMIN),
        closed("POST /operator/watch/mails/{mail}/retries", ADMIN),
        closed("GET /operator/tenants", ADMIN),
        closed("POST /operator/tenants", ADMIN, "name=Neu&slug=neu-neu&kind=municipality"),
        open("GET /error", "a sentence"),
        open("GET /api/v1/openapi.json", "what calls there are"),
        open("GET /api/v1/openapi.json.yaml", "what calls there are"));
  }
}
